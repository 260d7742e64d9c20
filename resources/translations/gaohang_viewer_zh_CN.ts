<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>about</name>
    <message>
        <source>Opens a long Chinese report, shows its sections as a tree, presents its headlines and prints them.</source>
        <translation>打开长篇中文报告，按目录浏览，放映标题，打印所选章节。</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>整理</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>放映</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open copied text</source>
        <translation>打开复制的文字</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Save as Markdown…</source>
        <translation>另存为 Markdown…</translation>
    </message>
    <message>
        <source>Open the built-in report</source>
        <translation>打开内置报告</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>报告库</translation>
    </message>
    <message>
        <source>Compare with an older report…</source>
        <translation>与旧报告比较…</translation>
    </message>
    <message>
        <source>Print and export…</source>
        <translation>打印与导出…</translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Export slides as PDF…</source>
        <translation>导出放映稿 PDF…</translation>
    </message>
    <message>
        <source>Export slides with what was drawn…</source>
        <translation>导出带笔迹的幻灯片…</translation>
    </message>
    <message>
        <source>Print this section…</source>
        <translation>打印本节…</translation>
    </message>
    <message>
        <source>Copy this section as Markdown</source>
        <translation>以 Markdown 复制本节</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation>上一节</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>下一节</translation>
    </message>
    <message>
        <source>Front page</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Jump to…</source>
        <translation>跳转到…</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签列表</translation>
    </message>
    <message>
        <source>Find in the report</source>
        <translation>在报告中查找</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>List of hits</source>
        <translation>查找结果列表</translation>
    </message>
    <message>
        <source>Find in all reports</source>
        <translation>全站搜索</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>One level up</source>
        <translation>上升一级</translation>
    </message>
    <message>
        <source>One level down</source>
        <translation>下降一级</translation>
    </message>
    <message>
        <source>Make this headline text</source>
        <translation>把这个标题改为正文</translation>
    </message>
    <message>
        <source>Join with the next line</source>
        <translation>与下一行合并</translation>
    </message>
    <message>
        <source>This line is the title</source>
        <translation>这一行是报告标题</translation>
    </message>
    <message>
        <source>Leave this section out</source>
        <translation>不要这一节</translation>
    </message>
    <message>
        <source>As the file was read</source>
        <translation>恢复为读入时的样子</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>文字恢复原大</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>正文字体</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Nothing but the text</source>
        <translation>沉浸阅读</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>数据亮点</translation>
    </message>
    <message>
        <source>Mark key figures in the text</source>
        <translation>在正文中标出数据</translation>
    </message>
    <message>
        <source>Speaking times</source>
        <translation>讲述时长</translation>
    </message>
    <message>
        <source>Characters a minute</source>
        <translation>每分钟字数</translation>
    </message>
    <message>
        <source>Notes on this file</source>
        <translation>关于此文件的提示</translation>
    </message>
    <message>
        <source>Encoding of the file</source>
        <translation>文件编码</translation>
    </message>
    <message>
        <source>All of the web page</source>
        <translation>显示整个网页</translation>
    </message>
    <message>
        <source>Pictures from other folders</source>
        <translation>其他文件夹中的图片</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>界面大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Full-width punctuation</source>
        <translation>标点显示为全角</translation>
    </message>
    <message>
        <source>Present from the start</source>
        <translation>从头放映</translation>
    </message>
    <message>
        <source>Present from this section</source>
        <translation>从本节放映</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>排练</translation>
    </message>
    <message>
        <source>Times of rehearsals</source>
        <translation>排练用时</translation>
    </message>
    <message>
        <source>Slides…</source>
        <translation>放映稿…</translation>
    </message>
    <message>
        <source>Look of the slides</source>
        <translation>放映稿样式</translation>
    </message>
    <message>
        <source>What the slides tell</source>
        <translation>放映稿详略</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About Gaohang Viewer</source>
        <translation>关于高行报告阅览</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>Gaohang Viewer</source>
        <translation>高行报告阅览</translation>
    </message>
    <message>
        <source>Reports ({kinds})</source>
        <translation>报告 ({kinds})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>This report has not been presented yet.</source>
        <translation>这份报告还没有放映过。</translation>
    </message>
    <message>
        <source>The slides could not be made: {message}</source>
        <translation>未能生成放映稿：{message}</translation>
    </message>
    <message>
        <source>All will have this size when you start the program again.</source>
        <translation>重新启动程序后，界面将按此大小显示。</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Easy on the eyes</source>
        <translation>护眼</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>宋体</translation>
    </message>
    <message>
        <source>Hei</source>
        <translation>黑体</translation>
    </message>
    <message>
        <source>Kai</source>
        <translation>楷体</translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About Gaohang Viewer</source>
        <translation>关于高行报告阅览</translation>
    </message>
    <message>
        <source>Save as Markdown</source>
        <translation>另存为 Markdown</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No text was copied; copy it first, then try again.</source>
        <translation>剪贴板里没有文字；请先复制，再试一次。</translation>
    </message>
    <message>
        <source>The file was changed; it was read again.</source>
        <translation>文件已被修改，已重新读取。</translation>
    </message>
    <message>
        <source>The file was changed, but cannot be read now; what you see is as it was.</source>
        <translation>文件已被修改，但现在读不出来；您看到的仍是修改前的内容。</translation>
    </message>
    <message>
        <source>Reading “{name}”</source>
        <translation>正在读取“{name}”</translation>
    </message>
    <message>
        <source>Copied as Markdown.</source>
        <translation>已以 Markdown 复制。</translation>
    </message>
    <message>
        <source>1 section · {whole} to speak</source>
        <translation>共 1 节 · 讲述约 {whole}</translation>
    </message>
    <message>
        <source>{count} sections · {whole} to speak</source>
        <translation>共 {count} 节 · 讲述约 {whole}</translation>
    </message>
    <message>
        <source>Section {number} of {count} · {time} of {whole} to speak</source>
        <translation>第 {number} 节，共 {count} 节 · 讲述 {time}，全文 {whole}</translation>
    </message>
    <message>
        <source>What you choose cannot be kept: “{name}” cannot be written.</source>
        <translation>您的设置无法保存：“{name}”不能写入。</translation>
    </message>
    <message>
        <source>“{name}” was damaged; it is kept as “{kept}”, and made anew.</source>
        <translation>“{name}”已损坏：原文件另存为“{kept}”，现已重建。</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time</source>
        <translation>程序上次意外退出</translation>
    </message>
    <message>
        <source>What you had chosen, mended and drawn is kept. If it happens again, copy this report and send it to whoever looks after the program. It holds no text of your documents.</source>
        <translation>您的设置、修改和批注都已保留。如果再次发生，请复制此报告，发给负责维护本程序的人。报告不含您的文档内容。</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>程序出了点问题</translation>
    </message>
    <message>
        <source>You can go on working. If it happens again, copy this report and send it to whoever looks after the program. It holds no text of your documents.</source>
        <translation>您可以继续使用。如果再次发生，请复制此报告，发给负责维护本程序的人。报告不含您的文档内容。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>Key figures</source>
        <translation>数据亮点</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>1 key figure</source>
        <translation>1 项数据</translation>
    </message>
    <message>
        <source>{count} key figures</source>
        <translation>{count} 项数据</translation>
    </message>
</context>
<context>
    <name>hits</name>
    <message>
        <source>Hits</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Type into the search field to find words.</source>
        <translation>在查找框里输入要找的词。</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>1 处</translation>
    </message>
    <message>
        <source>{count} hits</source>
        <translation>{count} 处</translation>
    </message>
    <message>
        <source>{hits} in 1 section</source>
        <translation>{hits}，分布在 1 节</translation>
    </message>
    <message>
        <source>{hits} in {count} sections</source>
        <translation>{hits}，分布在 {count} 节</translation>
    </message>
</context>
<context>
    <name>jump</name>
    <message>
        <source>Headline, action or file: words, pinyin or initials</source>
        <translation>标题、命令或文件：可输入文字、拼音或首字母</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到的内容</translation>
    </message>
    <message>
        <source>recent file</source>
        <translation>最近的文件</translation>
    </message>
</context>
<context>
    <name>leaving</name>
    <message>
        <source>Write a mail to {place}?</source>
        <translation>给 {place} 写邮件吗？</translation>
    </message>
    <message>
        <source>Open {place} in the browser?</source>
        <translation>在浏览器中打开 {place} 吗？</translation>
    </message>
    <message>
        <source>In Latin letters its name is {name}.</source>
        <translation>用拉丁字母写，它的名称是 {name}。</translation>
    </message>
    <message>
        <source>The text says “{words}”, but the link leads elsewhere.</source>
        <translation>文字写的是“{words}”，但链接指向别处。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>library</name>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Choose two reports with Ctrl+click.</source>
        <translation>按住 Ctrl 点选两份报告。</translation>
    </message>
    <message>
        <source>Back to the report</source>
        <translation>返回报告</translation>
    </message>
    <message>
        <source>Name the folder where your reports lie; those in the folders below it count, too.</source>
        <translation>请指定存放报告的文件夹，其下各级文件夹中的报告也会收入报告库。</translation>
    </message>
    <message>
        <source>Type words to find them in all reports.</source>
        <translation>输入要找的词，即在全部报告中搜索。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>No reports were found in this folder yet.</source>
        <translation>这个文件夹里还没有找到报告。</translation>
    </message>
    <message>
        <source>No report has these words in title, place or year.</source>
        <translation>没有标题、地区或年份含有这些词的报告。</translation>
    </message>
    <message>
        <source>Reports {count}</source>
        <translation>报告 {count}</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>In the text {hits} in 1 report</source>
        <translation>正文 {hits} 处，1 份报告</translation>
    </message>
    <message>
        <source>In the text {hits} in {count} reports</source>
        <translation>正文 {hits} 处，{count} 份报告</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>在新窗口中打开</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到的内容</translation>
    </message>
    <message>
        <source>Find in all reports: words in any script, titles, places, years</source>
        <translation>全站搜索：繁简皆可的词语、标题、地区、年份</translation>
    </message>
    <message>
        <source>The index of the library was damaged; it is made anew.</source>
        <translation>报告库的索引已损坏，正在重建。</translation>
    </message>
    <message>
        <source>The library cannot be read now. {why}</source>
        <translation>报告库现在无法读取。{why}</translation>
    </message>
    <message>
        <source>The folder where your reports lie</source>
        <translation>存放报告的文件夹</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>节数</translation>
    </message>
    <message>
        <source>To speak</source>
        <translation>讲述</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改日期</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Open at this section</source>
        <translation>打开此节</translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异列表</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异内容</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>改动 {count} 节</translation>
    </message>
    <message>
        <source>{count} moved</source>
        <translation>移动 {count} 节</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>新增 {count} 节</translation>
    </message>
    <message>
        <source>{count} gone</source>
        <translation>删除 {count} 节</translation>
    </message>
    <message>
        <source>Key figures that differ ({count})</source>
        <translation>数据变化（{count}）</translation>
    </message>
    <message>
        <source>Nothing differs in the two reports but white space.</source>
        <translation>两份报告除空白外没有差异。</translation>
    </message>
    <message>
        <source>Key figures that differ</source>
        <translation>数据变化</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>mending</name>
    <message>
        <source>That changes nothing here.</source>
        <translation>这里无需改动。</translation>
    </message>
    <message>
        <source>Make this line a headline</source>
        <translation>把这一行设为标题</translation>
    </message>
    <message>
        <source>This line is the title</source>
        <translation>这一行是报告标题</translation>
    </message>
    <message>
        <source>Join with the next line</source>
        <translation>与下一行合并</translation>
    </message>
    <message>
        <source>Leave this line out</source>
        <translation>不要这一行</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>There is no file “{name}”; check the path, or choose another file.</source>
        <translation>找不到文件“{name}”，请检查路径，或另选文件。</translation>
    </message>
    <message>
        <source>“{name}” is a folder; choose a file in it.</source>
        <translation>“{name}”是文件夹，请选择其中的文件。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read; close it in other programs, or copy it to a folder of your own.</source>
        <translation>无法读取“{name}”，请先在其他程序中关闭它，或把它复制到自己的文件夹。</translation>
    </message>
    <message>
        <source>“{name}” holds no text; choose another file.</source>
        <translation>“{name}”中没有文字，请另选文件。</translation>
    </message>
    <message>
        <source>“{name}” is not text in any known encoding; save it as plain text in UTF-8 and open that.</source>
        <translation>“{name}”不是任何已知编码的文本；请另存为 UTF-8 纯文本再打开。</translation>
    </message>
    <message>
        <source>“{name}” is too large for a report; split it, and open one part.</source>
        <translation>“{name}”太大，不像一份报告；请拆分后打开其中一部分。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or was not copied completely; fetch it again.</source>
        <translation>“{name}”已损坏或没有复制完整；请重新获取。</translation>
    </message>
    <message>
        <source>“{name}” is protected by a password; take it off in WPS or Word, and open that.</source>
        <translation>“{name}”有密码保护；请在 WPS 或 Word 中取消密码后再打开。</translation>
    </message>
    <message>
        <source>“{name}” is an old Word or WPS file; save it as .docx in WPS or Word and open that.</source>
        <translation>“{name}”是旧格式的 Word 或 WPS 文件；请在 WPS 或 Word 中另存为 .docx 再打开。</translation>
    </message>
    <message>
        <source>“{name}” is a spreadsheet; copy what you need into a Word file and open that.</source>
        <translation>“{name}”是电子表格；请把需要的内容复制到 Word 文件再打开。</translation>
    </message>
    <message>
        <source>“{name}” is a presentation; save its outline as .docx and open that.</source>
        <translation>“{name}”是演示文稿；请把它的大纲另存为 .docx 再打开。</translation>
    </message>
    <message>
        <source>“{name}” is an OpenDocument file; save it as .docx in WPS or LibreOffice and open that.</source>
        <translation>“{name}”是 OpenDocument 文件；请在 WPS 或 LibreOffice 中另存为 .docx 再打开。</translation>
    </message>
    <message>
        <source>“{name}” is an RTF file; save it as .docx in WPS or Word and open that.</source>
        <translation>“{name}”是 RTF 文件；请在 WPS 或 Word 中另存为 .docx 再打开。</translation>
    </message>
    <message>
        <source>“{name}” is a PDF; open the file it was made from, or save its text as .docx or .txt.</source>
        <translation>“{name}”是 PDF；请打开制作它的原文件，或把文字另存为 .docx 或 .txt。</translation>
    </message>
    <message>
        <source>“{name}” is an OFD file; open the file it was made from, or save its text as .docx or .txt.</source>
        <translation>“{name}”是 OFD 版式文件；请打开制作它的原文件，或把文字另存为 .docx 或 .txt。</translation>
    </message>
    <message>
        <source>“{name}” is an e-book; save its text as .docx or .txt and open that.</source>
        <translation>“{name}”是电子书；请把文字另存为 .docx 或 .txt 再打开。</translation>
    </message>
    <message>
        <source>“{name}” is a web archive; save the page as .html in the browser and open that.</source>
        <translation>“{name}”是网页归档；请在浏览器中把网页另存为 .html 再打开。</translation>
    </message>
    <message>
        <source>“{name}” is an archive; unpack it, and open the report in it.</source>
        <translation>“{name}”是压缩包；请解压后打开其中的报告。</translation>
    </message>
    <message>
        <source>“{name}” is a picture; recognise its text in another program, and open that.</source>
        <translation>“{name}”是图片；请先用其他程序识别文字再打开。</translation>
    </message>
    <message>
        <source>“{name}” is a sound or a film; choose a text, Word file or web page.</source>
        <translation>“{name}”是音频或视频；请选择文本、Word 文件或网页。</translation>
    </message>
    <message>
        <source>“{name}” is a program; choose a text, Word file or web page.</source>
        <translation>“{name}”是程序；请选择文本、Word 文件或网页。</translation>
    </message>
    <message>
        <source>The disk is full; make room, or save “{name}” elsewhere.</source>
        <translation>磁盘已满，请腾出空间，或把“{name}”保存到别处。</translation>
    </message>
    <message>
        <source>The folder of “{name}” is gone; choose another one.</source>
        <translation>“{name}”所在的文件夹不存在，请另选文件夹。</translation>
    </message>
    <message>
        <source>“{name}” is too large for this disk; save it on another one.</source>
        <translation>“{name}”太大，这个磁盘放不下，请存到别的磁盘。</translation>
    </message>
    <message>
        <source>The disk of “{name}” can only be read; choose a folder on another one.</source>
        <translation>“{name}”所在的磁盘只能读取，请选择别的磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>“{name}” is open in another program; close it there, then try again.</source>
        <translation>“{name}”正被另一个程序打开，请先在那里关闭，再试一次。</translation>
    </message>
    <message>
        <source>You may not write “{name}” in its folder; choose another folder.</source>
        <translation>没有权限在该文件夹中写入“{name}”，请选择别的文件夹。</translation>
    </message>
    <message>
        <source>The name “{name}” is too long, or has signs that the disk does not take; choose another name.</source>
        <translation>文件名“{name}”太长或含有磁盘不接受的字符，请换一个名称。</translation>
    </message>
    <message>
        <source>The disk or network folder of “{name}” does not answer; connect it again, or save elsewhere.</source>
        <translation>“{name}”所在的磁盘或网络文件夹没有应答，请重新连接，或存到别处。</translation>
    </message>
    <message>
        <source>“{name}” is a folder; choose another name.</source>
        <translation>“{name}”是文件夹，请换一个文件名。</translation>
    </message>
    <message>
        <source>On a Mac, “Gaohang Viewer.app” in the folder of programs is all that is needed; to be rid of it, put it into the bin.</source>
        <translation>在 Mac 上，把“Gaohang Viewer.app”放进“应用程序”文件夹即可；不用时移到废纸篓。</translation>
    </message>
    <message>
        <source>It was not in the menu; nothing was removed.</source>
        <translation>菜单里没有本程序，未移除任何内容。</translation>
    </message>
    <message>
        <source>Gaohang Viewer is no longer in the menu of programs and in “Open with”.</source>
        <translation>高行报告阅览已从程序菜单和“打开方式”中移除。</translation>
    </message>
    <message>
        <source>Gaohang Viewer is in your menu of programs now.</source>
        <translation>高行报告阅览已放入程序菜单。</translation>
    </message>
    <message>
        <source>Windows lets nobody but you choose what opens a file: right click on one, “Open with”, “Always”.</source>
        <translation>Windows 规定默认程序只能由用户自己选：右键点文件，选“打开方式”，再选“始终”。</translation>
    </message>
    <message>
        <source>Text, Markdown, Word files and web pages open with it from now on.</source>
        <translation>今后文本、Markdown、Word 文件和网页默认用它打开。</translation>
    </message>
    <message>
        <source>Text, Markdown, Word files and web pages offer it under “Open with”.</source>
        <translation>文本、Markdown、Word 文件和网页的“打开方式”里可以选到它。</translation>
    </message>
    <message>
        <source>“{name}” cannot be written here; close it in other programs, or choose another folder.</source>
        <translation>此处无法写入“{name}”，请先在其他程序中关闭它，或另选文件夹。</translation>
    </message>
    <message>
        <source>There is no screen “{wanted}”; there are: {there}.</source>
        <translation>没有屏幕“{wanted}”；现有：{there}。</translation>
    </message>
    <message>
        <source>There is no look “{wanted}”; there are: {there}.</source>
        <translation>没有样式“{wanted}”；现有：{there}。</translation>
    </message>
    <message>
        <source>There is no section “{piece}” in this report; name it as 3.2, 四, or by its headline.</source>
        <translation>报告中没有“{piece}”这一节，请写作 3.2、四，或标题的开头。</translation>
    </message>
    <message>
        <source>“{name}” ends in none of {endings}, the kinds of file that can be written.</source>
        <translation>“{name}”的扩展名不在可写出的 {endings} 之中。</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>1 note</source>
        <translation>1 条提示</translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation>{count} 条提示</translation>
    </message>
    <message>
        <source>Notes on this file</source>
        <translation>关于此文件的提示</translation>
    </message>
    <message>
        <source>Put this line back</source>
        <translation>恢复这一行</translation>
    </message>
    <message>
        <source>Show pictures from other folders</source>
        <translation>显示其他文件夹中的图片</translation>
    </message>
    <message>
        <source>1 note on this file</source>
        <translation>关于此文件的 1 条提示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{count} notes on this file</source>
        <translation>关于此文件的 {count} 条提示</translation>
    </message>
    <message>
        <source>All of this file was read; there is nothing to note.</source>
        <translation>此文件已全部读入，没有需要提示的内容。</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>第 {line} 行</translation>
    </message>
    <message>
        <source>Left out: what a web page or a printer left around the text</source>
        <translation>已略去：网页或打印留在正文周围的内容</translation>
    </message>
    <message>
        <source>Left out: a table of contents, which the tree repeats</source>
        <translation>已略去：目录（左侧目录树已有）</translation>
    </message>
    <message>
        <source>Left out by you</source>
        <translation>由您略去</translation>
    </message>
    <message>
        <source>Left out: the page around the article (View → All of the web page shows it)</source>
        <translation>已略去：文章以外的网页内容（“视图”→“显示整个网页”可查看）</translation>
    </message>
    <message>
        <source>Left out: hidden text of the Word file</source>
        <translation>已略去：Word 文件中的隐藏文字</translation>
    </message>
    <message>
        <source>Left out: comments in the margin</source>
        <translation>已略去：批注</translation>
    </message>
    <message>
        <source>Tracked changes were read as accepted</source>
        <translation>修订内容已按“接受”读入</translation>
    </message>
    <message>
        <source>Cannot be shown here</source>
        <translation>这里无法显示</translation>
    </message>
    <message>
        <source>Lies outside the file and was not fetched</source>
        <translation>在文件之外，没有获取</translation>
    </message>
    <message>
        <source>Pictures in other folders, which were not read</source>
        <translation>其他文件夹中的图片，未读取</translation>
    </message>
    <message>
        <source>Pictures that are not where the file says</source>
        <translation>图片不在文件所说的位置</translation>
    </message>
    <message>
        <source>Not understood at the top of the file</source>
        <translation>文件开头有未能识别的内容</translation>
    </message>
    <message>
        <source>Code that is never closed</source>
        <translation>代码块没有结束</translation>
    </message>
    <message>
        <source>Damaged characters, shown as �; perhaps another encoding fits (View)</source>
        <translation>有损坏的字符，显示为 �；也许换一种编码更合适（“视图”菜单）</translation>
    </message>
    <message>
        <source>The encoding was guessed from little text (View → Encoding changes it)</source>
        <translation>文字太少，编码是推测的（“视图”→“文件编码”可更改）</translation>
    </message>
    <message>
        <source>Invisible control characters were taken out</source>
        <translation>已去掉看不见的控制字符</translation>
    </message>
    <message>
        <source>Characters of a font of the writer&apos;s own, which may look otherwise here</source>
        <translation>含有作者自造字体的字符，在这里可能显示不同</translation>
    </message>
    <message>
        <source>A part of the file is damaged and was not read</source>
        <translation>文件有一部分已损坏，没有读入</translation>
    </message>
</context>
<context>
    <name>presenting</name>
    <message>
        <source>Show</source>
        <translation>放映</translation>
    </message>
    <message>
        <source>Press Esc again to leave</source>
        <translation>再按一次 Esc 退出放映</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结听众屏</translation>
    </message>
    <message>
        <source>Show this</source>
        <translation>放给听众</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>回到刚才</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>Laser</source>
        <translation>激光</translation>
    </message>
    <message>
        <source>Magnify</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>First slide</source>
        <translation>第一页</translation>
    </message>
    <message>
        <source>Last slide</source>
        <translation>最后一页</translation>
    </message>
    <message>
        <source>Go to a slide</source>
        <translation>转到某页</translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation>上一节</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>下一节</translation>
    </message>
    <message>
        <source>All slides</source>
        <translation>全部页面</translation>
    </message>
    <message>
        <source>Black screen</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>White screen</source>
        <translation>白屏</translation>
    </message>
    <message>
        <source>Show this to the audience</source>
        <translation>给听众看这一页</translation>
    </message>
    <message>
        <source>Back to before the question</source>
        <translation>回到提问之前</translation>
    </message>
    <message>
        <source>Laser dot</source>
        <translation>激光点</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>聚光灯</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>放大镜</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Freeze the audience, and back</source>
        <translation>冻结听众屏，再按回到原页</translation>
    </message>
    <message>
        <source>Another colour</source>
        <translation>换颜色</translation>
    </message>
    <message>
        <source>Highlighter</source>
        <translation>荧光笔</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Undo, redo a stroke</source>
        <translation>撤销、重做一笔</translation>
    </message>
    <message>
        <source>Wipe the page</source>
        <translation>清除本页笔迹</translation>
    </message>
    <message>
        <source>Pause the clock</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>Clock to zero</source>
        <translation>计时归零</translation>
    </message>
    <message>
        <source>Clock for the audience</source>
        <translation>听众倒计时</translation>
    </message>
    <message>
        <source>Strip for the speaker</source>
        <translation>演讲者提示条</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>As in the report</source>
        <translation>恢复原文</translation>
    </message>
    <message>
        <source>No slide has these words.</source>
        <translation>没有放映页含有这些字。</translation>
    </message>
    <message>
        <source>Words or pinyin</source>
        <translation>搜索标题、要点或拼音</translation>
    </message>
    <message>
        <source>Find a slide</source>
        <translation>查找放映页</translation>
    </message>
    <message>
        <source>Script larger, smaller</source>
        <translation>讲稿放大、缩小</translation>
    </message>
    <message>
        <source>black</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>white</source>
        <translation>白屏</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>showing</source>
        <translation>正常放映</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Audience: {screen} · {state}</source>
        <translation>听众屏：{screen} · {state}</translation>
    </message>
    <message>
        <source>Audience: {screen}</source>
        <translation>听众屏：{screen}</translation>
    </message>
    <message>
        <source>Audience&apos;s screen</source>
        <translation>听众屏</translation>
    </message>
    <message>
        <source>Swap the screens</source>
        <translation>交换屏幕</translation>
    </message>
    <message>
        <source>Which screen is which</source>
        <translation>识别屏幕</translation>
    </message>
    <message>
        <source>Audience in a window</source>
        <translation>听众画面放进窗口</translation>
    </message>
    <message>
        <source>End the show</source>
        <translation>结束放映</translation>
    </message>
    <message>
        <source>This card</source>
        <translation>按键说明</translation>
    </message>
    <message>
        <source>Leave (press twice)</source>
        <translation>退出（按两次）</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Preparing the slides…</source>
        <translation>正在准备放映稿…</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>篇章页</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>数据亮点</translation>
    </message>
    <message>
        <source>a show holds {most} sections at most</source>
        <translation>放映最多 {most} 节</translation>
    </message>
    <message>
        <source>{time} planned</source>
        <translation>计划{time}</translation>
    </message>
    <message>
        <source>{time} spoken</source>
        <translation>实际{time}</translation>
    </message>
    <message>
        <source>{time} over</source>
        <translation>超时{time}</translation>
    </message>
    <message>
        <source>{time} under</source>
        <translation>提前{time}</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>排练</translation>
    </message>
    <message>
        <source>Past rehearsals</source>
        <translation>历次排练</translation>
    </message>
    <message>
        <source>Planned and spoken time</source>
        <translation>计划用时与实际用时</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Use {rate} characters a minute</source>
        <translation>采用每分钟{rate}字</translation>
    </message>
    <message>
        <source>Learned from all rehearsals; later plans count with it</source>
        <translation>由历次排练得出，以后据此计划用时</translation>
    </message>
    <message>
        <source>Nothing has been rehearsed yet.</source>
        <translation>还没有排练记录。</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>节</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Spoken</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>A report is being presented</source>
        <translation>正在放映报告</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>{time} behind</source>
        <translation>慢了 {time}</translation>
    </message>
    <message>
        <source>{time} ahead</source>
        <translation>快了 {time}</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>正好</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>慢了</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>快了</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} 页</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已改</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>放映稿</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 页</translation>
    </message>
    <message>
        <source>{count} hidden</source>
        <translation>隐藏 {count} 张</translation>
    </message>
    <message>
        <source>Making the slides…</source>
        <translation>正在生成放映稿…</translation>
    </message>
    <message>
        <source>There are no slides: {why}</source>
        <translation>没有放映稿：{why}</translation>
    </message>
    <message>
        <source>This report has no slides yet.</source>
        <translation>此报告还没有放映稿。</translation>
    </message>
    <message>
        <source>One slide has to stay in the show.</source>
        <translation>至少要保留一页。</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>选择徽标</translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation>图片 ({kinds})</translation>
    </message>
    <message>
        <source>The look “{name}” cannot be used: {why}</source>
        <translation>样式“{name}”无法使用：{why}</translation>
    </message>
    <message>
        <source>Headlines</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>en</source>
        <translation>zh</translation>
    </message>
    <message>
        <source>Scroll the options</source>
        <translation>滚动选项</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>未选徽标</translation>
    </message>
    <message>
        <source>{minutes} min are planned</source>
        <translation>计划 {minutes} 分钟</translation>
    </message>
    <message>
        <source>about {minutes} min, from the characters</source>
        <translation>按字数约 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Open the folder of own looks</source>
        <translation>打开自定义样式文件夹</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详略</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>画面比例</translation>
    </message>
    <message>
        <source>Chapters on every slide</source>
        <translation>每页显示篇章</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Text at the foot</source>
        <translation>页脚文字</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>徽标</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>移除徽标</translation>
    </message>
    <message>
        <source>Points one by one</source>
        <translation>要点逐条出现</translation>
    </message>
    <message>
        <source>Soft change</source>
        <translation>柔和切换</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Minutes of the talk</source>
        <translation>讲话时长（分钟）</translation>
    </message>
    <message>
        <source>Speaker&apos;s view</source>
        <translation>演讲者视图</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>自动放映</translation>
    </message>
    <message>
        <source>Slides change by themselves</source>
        <translation>自动翻页</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>By length</source>
        <translation>按篇幅</translation>
    </message>
    <message>
        <source>Seconds a slide</source>
        <translation>每页秒数</translation>
    </message>
    <message>
        <source>From the last slide to the first</source>
        <translation>循环放映</translation>
    </message>
    <message>
        <source>Back to the report</source>
        <translation>返回报告</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Export slides as PDF</source>
        <translation>将放映稿导出为 PDF</translation>
    </message>
    <message>
        <source>Present from this slide</source>
        <translation>从此页放映</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>The slide</source>
        <translation>放映页</translation>
    </message>
    <message>
        <source>This slide is hidden; it is not shown.</source>
        <translation>此页已隐藏，放映时不出现。</translation>
    </message>
    <message>
        <source>Scroll the points</source>
        <translation>滚动要点</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>This slide has none.</source>
        <translation>此页没有要点。</translation>
    </message>
    <message>
        <source>One figure a line; below, indented, what it counts</source>
        <translation>每行一个数据，缩进行写其含义</translation>
    </message>
    <message>
        <source>One a line; indented ones in small print</source>
        <translation>每行一条，缩进行在下方以小字显示</translation>
    </message>
    <message>
        <source>Pause the clock, or let it go on (T)</source>
        <translation>停表，或继续计时（T）</translation>
    </message>
    <message>
        <source>Clock for the audience (K)</source>
        <translation>听众倒计时（K）</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>spoken</source>
        <translation>已讲</translation>
    </message>
    <message>
        <source>left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>countdown</source>
        <translation>听众钟</translation>
    </message>
    <message>
        <source>clock stopped</source>
        <translation>已停表</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>End of the show</source>
        <translation>最后一页</translation>
    </message>
    <message>
        <source>Present page</source>
        <translation>当前页</translation>
    </message>
    <message>
        <source>Frozen · the audience sees slide {page}</source>
        <translation>已冻结 · 听众看到第 {page} 页</translation>
    </message>
    <message>
        <source>The audience&apos;s screen is black</source>
        <translation>听众屏已黑屏</translation>
    </message>
    <message>
        <source>The audience&apos;s screen is white</source>
        <translation>听众屏已白屏</translation>
    </message>
    <message>
        <source>What the audience sees</source>
        <translation>听众看到的页面</translation>
    </message>
    <message>
        <source>Script smaller</source>
        <translation>讲稿缩小</translation>
    </message>
    <message>
        <source>Script larger</source>
        <translation>讲稿放大</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>讲稿</translation>
    </message>
    <message>
        <source>Sections found</source>
        <translation>找到的章节</translation>
    </message>
    <message>
        <source>Find a section  /</source>
        <translation>查找章节&#x3000;/</translation>
    </message>
    <message>
        <source>Find a section</source>
        <translation>查找章节</translation>
    </message>
    <message>
        <source>next: {headline}</source>
        <translation>接下来：{headline}</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Presenter console</source>
        <translation>演讲者视图</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>增加</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Sections</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Print and export</source>
        <translation>打印与导出</translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>缩小（−）</translation>
    </message>
    <message>
        <source>A whole page (0)</source>
        <translation>整页（0）</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Scroll the options</source>
        <translation>滚动选项</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Word document (.docx)…</source>
        <translation>Word 文档（.docx）…</translation>
    </message>
    <message>
        <source>PowerPoint slides (.pptx)…</source>
        <translation>PowerPoint 演示文稿（.pptx）…</translation>
    </message>
    <message>
        <source>One PDF for each chapter…</source>
        <translation>每章一个 PDF…</translation>
    </message>
    <message>
        <source>Several forms at once…</source>
        <translation>同时导出多种样式…</translation>
    </message>
    <message>
        <source>Too long for a preview: choose fewer sections.</source>
        <translation>内容太长，无法预览，请少选几节。</translation>
    </message>
    <message>
        <source>No section is chosen.</source>
        <translation>没有选择任何章节。</translation>
    </message>
    <message>
        <source>{sheets} sheets of paper, both sides</source>
        <translation>双面打印，用纸 {sheets} 张</translation>
    </message>
    <message>
        <source>{sheets} sheets of paper</source>
        <translation>单面打印，用纸 {sheets} 张</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>第 {page} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>{chosen} of {total} chosen</source>
        <translation>已选 {chosen} 节，共 {total} 节</translation>
    </message>
    <message>
        <source> slides</source>
        <translation> 放映稿</translation>
    </message>
    <message>
        <source> comparison</source>
        <translation> 比较</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>选择存放文件的文件夹</translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation>导出 PDF</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Something is still being printed or written.</source>
        <translation>还有内容正在打印或写入，请稍候。</translation>
    </message>
    <message>
        <source>To paper</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Saved as “{name}”</source>
        <translation>已保存为“{name}”</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>已送往打印机</translation>
    </message>
    <message>
        <source>The pages could not be made: {why}</source>
        <translation>未能生成页面：{why}</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Gathering the sections…</source>
        <translation>正在汇集章节…</translation>
    </message>
    <message>
        <source>Setting the pages…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>正在写入文件…</translation>
    </message>
    <message>
        <source>Official layout</source>
        <translation>公文版</translation>
    </message>
    <message>
        <source>GB/T 9704-2012: 22 lines of 28 characters, — 1 —</source>
        <translation>按 GB/T 9704-2012：每页 22 行、每行 28 字，页码 — 1 —</translation>
    </message>
    <message>
        <source>Reading edition</source>
        <translation>阅读版</translation>
    </message>
    <message>
        <source>Contents, running heads, comfortable margins</source>
        <translation>有目录、页眉，版面舒展</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>大字版</translation>
    </message>
    <message>
        <source>The reading edition in 18 pt</source>
        <translation>阅读版，正文 18 磅</translation>
    </message>
    <message>
        <source>Booklet</source>
        <translation>小册子</translation>
    </message>
    <message>
        <source>A5 pages on A4 sheets, to be folded in the middle</source>
        <translation>A4 纸双面拼版，对折成 A5 小册子</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>放映稿</translation>
    </message>
    <message>
        <source>One slide a page</source>
        <translation>每页一张</translation>
    </message>
    <message>
        <source>2 slides a sheet</source>
        <translation>讲义：每页 2 张</translation>
    </message>
    <message>
        <source>3 slides and lines for notes</source>
        <translation>讲义：每页 3 张，留笔记行</translation>
    </message>
    <message>
        <source>4 slides a sheet</source>
        <translation>讲义：每页 4 张</translation>
    </message>
    <message>
        <source>6 slides a sheet</source>
        <translation>讲义：每页 6 张</translation>
    </message>
    <message>
        <source>Speaker&apos;s script</source>
        <translation>讲稿</translation>
    </message>
    <message>
        <source>Each slide with the full text of its section below</source>
        <translation>每张放映页下附该节全文</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>Key figures as an annex</source>
        <translation>附数据一览</translation>
    </message>
    <message>
        <source>For both sides of the paper</source>
        <translation>双面打印</translation>
    </message>
    <message>
        <source>White slides, to spare ink</source>
        <translation>用素白样式，节省墨粉</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>水印</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>页眉</translation>
    </message>
    <message>
        <source>Foot</source>
        <translation>页脚</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>first</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Last page</source>
        <translation>结束页</translation>
    </message>
    <message>
        <source>last</source>
        <translation>末页</translation>
    </message>
    <message>
        <source>Large and light across every page, such as 征求意见稿</source>
        <translation>大而浅地斜印在每一页上，如“征求意见稿”</translation>
    </message>
    <message>
        <source>{title} and {chapter} stand for those of the page</source>
        <translation>可用 {title}、{chapter} 代表报告标题与本页章名</translation>
    </message>
    <message>
        <source>Below the text, where the report has none of its own</source>
        <translation>报告本身没有时，印在正文之后</translation>
    </message>
    <message>
        <source>Differences from an older report</source>
        <translation>附与旧报告的差异</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页码范围</translation>
    </message>
    <message>
        <source>{role}: {family} instead</source>
        <translation>{role}：以 {family} 代替</translation>
    </message>
    <message>
        <source>Typeface: {family}</source>
        <translation>字体：{family}</translation>
    </message>
    <message>
        <source>No typeface has these characters, 〓 stands for them: {list}</source>
        <translation>以下字任何字体都没有，将印作“〓”：{list}</translation>
    </message>
    <message>
        <source>Save as a preset…</source>
        <translation>存为预设…</translation>
    </message>
    <message>
        <source>Delete a preset</source>
        <translation>删除预设</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>存为预设</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Document for a meeting</source>
        <translation>会议材料（公文版）</translation>
    </message>
    <message>
        <source>Draft for comment</source>
        <translation>征求意见稿</translation>
    </message>
    <message>
        <source>Hand-out with room for notes</source>
        <translation>发放讲义（留笔记行）</translation>
    </message>
    <message>
        <source>For reading, with all key figures</source>
        <translation>阅读版（附数据一览）</translation>
    </message>
    <message>
        <source>Several forms at once</source>
        <translation>同时导出多种样式</translation>
    </message>
    <message>
        <source>Each form becomes a file of its own, with its own options.</source>
        <translation>每种样式各成一个文件，用各自的选项。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Sending the pages to the printer…</source>
        <translation>正在把页面送往打印机…</translation>
    </message>
    <message>
        <source>Waiting for the printer to answer…</source>
        <translation>正在等待打印机应答…</translation>
    </message>
    <message>
        <source>There is no printer “{name}” any more; choose another one.</source>
        <translation>打印机“{name}”已不存在，请另选一台。</translation>
    </message>
    <message>
        <source>The printer “{name}” is stopped; start it in the system&apos;s settings, or choose another one.</source>
        <translation>打印机“{name}”已停用，请在系统设置中启用，或另选一台。</translation>
    </message>
    <message>
        <source>The printer “{name}” does not answer; see that it is switched on and connected.</source>
        <translation>打印机“{name}”没有应答，请检查是否开机并已连接。</translation>
    </message>
    <message>
        <source>The system&apos;s print service does not answer; start it, or export a PDF and print that.</source>
        <translation>系统的打印服务没有应答，请启动它，或先导出 PDF 再打印。</translation>
    </message>
    <message>
        <source>The printer “{name}” did not print the pages ({why}); see to it, then print again.</source>
        <translation>打印机“{name}”未能打印（{why}），请处理后重新打印。</translation>
    </message>
</context>
<context>
    <name>reading</name>
    <message>
        <source>Front page</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Find in the report</source>
        <translation>在报告中查找</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>下一处 (F3)</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>上一处 (Shift+F3)</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>1 section</source>
        <translation>1 节</translation>
    </message>
    <message>
        <source>{count} sections</source>
        <translation>{count} 节</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Place in the report</source>
        <translation>在报告中的位置</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>报告库</translation>
    </message>
    <message>
        <source>Print and export</source>
        <translation>打印与导出</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>放映</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
</context>
</TS>
