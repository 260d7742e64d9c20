<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>about</name>
    <message>
        <source>Opens long Chinese reports, shows their sections as a tree, presents their headlines as slides and prints them.</source>
        <translation>打开长篇中文报告，按目录浏览，将标题放映为幻灯片，并打印所选章节。</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Promote all headlines like this</source>
        <translation>同类标题全部升一级</translation>
    </message>
    <message>
        <source>Demote all headlines like this</source>
        <translation>同类标题全部降一级</translation>
    </message>
    <message>
        <source>Turn all headlines like this into text</source>
        <translation>同类标题全部改为正文</translation>
    </message>
    <message>
        <source>Edit headline</source>
        <translation>修改标题</translation>
    </message>
    <message>
        <source>Edit front page</source>
        <translation>修改首页</translation>
    </message>
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
        <source>Outline</source>
        <translation>修改目录</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Slide show</source>
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
        <source>Open from clipboard</source>
        <translation>从剪贴板打开</translation>
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
        <source>Open built-in report</source>
        <translation>打开内置报告</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>报告库</translation>
    </message>
    <message>
        <source>Compare with older report…</source>
        <translation>与旧报告比较…</translation>
    </message>
    <message>
        <source>Print and export…</source>
        <translation>打印与导出…</translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation>导出为 PDF…</translation>
    </message>
    <message>
        <source>Export slides as PDF…</source>
        <translation>将幻灯片导出为 PDF…</translation>
    </message>
    <message>
        <source>Export slides with drawings…</source>
        <translation>导出带墨迹的幻灯片…</translation>
    </message>
    <message>
        <source>Print section…</source>
        <translation>打印本节…</translation>
    </message>
    <message>
        <source>Copy section as Markdown</source>
        <translation>将本节复制为 Markdown</translation>
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
        <translation>后退</translation>
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
        <source>Bookmark section</source>
        <translation>为本节添加书签</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Find in this report</source>
        <translation>在本报告中查找</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>查找下一处</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>查找上一处</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Find in all reports</source>
        <translation>在所有报告中查找</translation>
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
        <source>Promote headline</source>
        <translation>标题升一级</translation>
    </message>
    <message>
        <source>Demote headline</source>
        <translation>标题降一级</translation>
    </message>
    <message>
        <source>Turn headline into text</source>
        <translation>将标题改为正文</translation>
    </message>
    <message>
        <source>Join with next line</source>
        <translation>与下一行合并</translation>
    </message>
    <message>
        <source>Set as report title</source>
        <translation>设为报告标题</translation>
    </message>
    <message>
        <source>Leave out section</source>
        <translation>略去本节</translation>
    </message>
    <message>
        <source>Reset outline</source>
        <translation>恢复原始目录</translation>
    </message>
    <message>
        <source>Outline pane</source>
        <translation>目录窗格</translation>
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
        <source>Default text size</source>
        <translation>默认文字大小</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>正文字体</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Focus mode</source>
        <translation>沉浸阅读</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>数据亮点</translation>
    </message>
    <message>
        <source>Highlight key figures</source>
        <translation>突出显示数据亮点</translation>
    </message>
    <message>
        <source>Speaking times</source>
        <translation>讲述时长</translation>
    </message>
    <message>
        <source>Speaking rate (characters per minute)</source>
        <translation>语速（每分钟字数）</translation>
    </message>
    <message>
        <source>File notes</source>
        <translation>文件提示</translation>
    </message>
    <message>
        <source>File encoding</source>
        <translation>文件编码</translation>
    </message>
    <message>
        <source>Show whole web page</source>
        <translation>显示整个网页</translation>
    </message>
    <message>
        <source>Show pictures from other folders</source>
        <translation>显示其他文件夹中的图片</translation>
    </message>
    <message>
        <source>Interface scale</source>
        <translation>界面缩放</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Full-width punctuation</source>
        <translation>全角标点</translation>
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
        <translation>排练计时</translation>
    </message>
    <message>
        <source>Rehearsal times</source>
        <translation>排练用时</translation>
    </message>
    <message>
        <source>Slides…</source>
        <translation>幻灯片…</translation>
    </message>
    <message>
        <source>Slide theme</source>
        <translation>幻灯片主题</translation>
    </message>
    <message>
        <source>Slide contents</source>
        <translation>幻灯片内容</translation>
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
        <source>Keyboard shortcuts</source>
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
        <source>Cancelled: only the beginning of the file is shown.</source>
        <translation>已取消：只显示了文件的开头部分。</translation>
    </message>
    <message>
        <source>“{name}” exists already. Replace it?</source>
        <translation>“{name}”已存在，是否替换？</translation>
    </message>
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
        <source>“{name}” is protected by a password. Password:</source>
        <translation>“{name}”有密码保护。请输入密码：</translation>
    </message>
    <message>
        <source>That is not the password of “{name}”. Password:</source>
        <translation>密码不对，未能打开“{name}”。请重新输入密码：</translation>
    </message>
    <message>
        <source>This report has not been presented yet.</source>
        <translation>这份报告还没有放映过。</translation>
    </message>
    <message>
        <source>The slides could not be created: {message}</source>
        <translation>无法生成幻灯片：{message}</translation>
    </message>
    <message>
        <source>The new scale takes effect when the program is restarted.</source>
        <translation>新的缩放比例将在重新启动程序后生效。</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Eye comfort</source>
        <translation>护眼</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Song (serif)</source>
        <translation>宋体</translation>
    </message>
    <message>
        <source>Hei (sans-serif)</source>
        <translation>黑体</translation>
    </message>
    <message>
        <source>Kai (script)</source>
        <translation>楷体</translation>
    </message>
    <message>
        <source>Detect automatically</source>
        <translation>自动检测</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
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
        <source>The clipboard holds no text; copy some text, then try again.</source>
        <translation>剪贴板中没有文字，请先复制文字再试。</translation>
    </message>
    <message>
        <source>“{name}” was deleted or moved; what is open stays, and can be saved as Markdown.</source>
        <translation>“{name}”已被删除或移走；已打开的内容不受影响，可以另存为 Markdown。</translation>
    </message>
    <message>
        <source>The file was changed and has been reloaded.</source>
        <translation>文件已更改，已重新载入。</translation>
    </message>
    <message>
        <source>The file was changed but cannot be read now; its earlier content is shown.</source>
        <translation>文件已更改，但现在无法读取；当前显示的是更改前的内容。</translation>
    </message>
    <message>
        <source>Opening “{name}”</source>
        <translation>正在打开“{name}”</translation>
    </message>
    <message>
        <source>Copied as Markdown.</source>
        <translation>已复制为 Markdown。</translation>
    </message>
    <message>
        <source>1 section · speaking time {whole}</source>
        <translation>共 1 节 · 讲述时长 {whole}</translation>
    </message>
    <message>
        <source>{count} sections · speaking time {whole}</source>
        <translation>共 {count} 节 · 讲述时长 {whole}</translation>
    </message>
    <message>
        <source>Section {number} of {count} · speaking time {time} of {whole}</source>
        <translation>第 {number} 节，共 {count} 节 · 讲述时长 {time}，全文 {whole}</translation>
    </message>
    <message>
        <source>Settings cannot be saved because “{name}” cannot be written; check the permissions of its folder.</source>
        <translation>无法保存设置：“{name}”不能写入，请检查其所在文件夹的权限。</translation>
    </message>
    <message>
        <source>“{name}” was damaged and has been created anew; the damaged file is kept as “{kept}”.</source>
        <translation>“{name}”已损坏并重新创建；损坏的文件另存为“{kept}”。</translation>
    </message>
    <message>
        <source>{count} more files were not opened</source>
        <translation>另有 {count} 个文件没有打开</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>Error report</source>
        <translation>错误报告</translation>
    </message>
    <message>
        <source>Copy error report</source>
        <translation>复制错误报告</translation>
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
        <source>Settings, edits and drawings are saved. If this happens again, copy the error report and send it to the person who maintains the program. It contains no text of your documents.</source>
        <translation>设置、修改和墨迹都已保存。如果再次发生，请复制此错误报告，发给维护本程序的人。其中不含文档内容。</translation>
    </message>
    <message>
        <source>An error occurred in the program</source>
        <translation>程序出现错误</translation>
    </message>
    <message>
        <source>You can go on working. If this happens again, copy the error report and send it to the person who maintains the program. It contains no text of your documents.</source>
        <translation>可以继续使用。如果再次发生，请复制此错误报告，发给维护本程序的人。其中不含文档内容。</translation>
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
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Description</source>
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
    <name>front</name>
    <message>
        <source>Document number</source>
        <translation>发文字号</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版次</translation>
    </message>
</context>
<context>
    <name>hits</name>
    <message>
        <source>Search results</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Type in the search field to find text.</source>
        <translation>请在查找框中输入要查找的文字。</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 处</translation>
    </message>
    <message>
        <source>{count} matches</source>
        <translation>{count} 处</translation>
    </message>
    <message>
        <source>{hits} in 1 section</source>
        <translation>{hits}，在 1 节中</translation>
    </message>
    <message>
        <source>{hits} in {count} sections</source>
        <translation>{hits}，在 {count} 节中</translation>
    </message>
</context>
<context>
    <name>jump</name>
    <message>
        <source>Headline, command or file: text, pinyin or initials</source>
        <translation>标题、命令或文件：可输入文字、拼音或首字母</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>recent file</source>
        <translation>最近打开的文件</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>全站搜索</translation>
    </message>
</context>
<context>
    <name>leaving</name>
    <message>
        <source>Send an email to {place}?</source>
        <translation>给 {place} 发邮件吗？</translation>
    </message>
    <message>
        <source>Open {place} in the browser?</source>
        <translation>在浏览器中打开 {place} 吗？</translation>
    </message>
    <message>
        <source>Its real domain name is {name}.</source>
        <translation>它的实际域名是 {name}。</translation>
    </message>
    <message>
        <source>The text says “{words}”, but the link goes elsewhere.</source>
        <translation>文字是“{words}”，但链接指向别处。</translation>
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
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Select two reports with Ctrl+click to compare them.</source>
        <translation>按住 Ctrl 单击，选择两份报告进行比较。</translation>
    </message>
    <message>
        <source>Back to the report</source>
        <translation>返回报告</translation>
    </message>
    <message>
        <source>Choose the folder that contains your reports; its subfolders are included.</source>
        <translation>请选择存放报告的文件夹，其子文件夹也包括在内。</translation>
    </message>
    <message>
        <source>Type text to find it in all reports.</source>
        <translation>输入文字，在所有报告中查找。</translation>
    </message>
    <message>
        <source>No matches.</source>
        <translation>没有找到匹配的内容。</translation>
    </message>
    <message>
        <source>No reports have been found in this folder.</source>
        <translation>此文件夹中没有找到报告。</translation>
    </message>
    <message>
        <source>No report matches by title, place or year.</source>
        <translation>没有标题、地区或年份匹配的报告。</translation>
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
        <source>In the text: {hits} in 1 report</source>
        <translation>正文 {hits} 处，1 份报告</translation>
    </message>
    <message>
        <source>In the text: {hits} in {count} reports</source>
        <translation>正文 {hits} 处，{count} 份报告</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open in new window</source>
        <translation>在新窗口中打开</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Find in all reports: text (simplified or traditional), titles, places, years</source>
        <translation>在所有报告中查找：文字（不分繁简）、标题、地区、年份</translation>
    </message>
    <message>
        <source>The library&apos;s index was damaged and is being rebuilt.</source>
        <translation>报告库的索引已损坏，正在重建。</translation>
    </message>
    <message>
        <source>The library cannot be read: {why}</source>
        <translation>无法读取报告库：{why}</translation>
    </message>
    <message>
        <source>Choose the folder that contains your reports</source>
        <translation>选择存放报告的文件夹</translation>
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
        <source>Duration</source>
        <translation>讲述时长</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改日期</translation>
    </message>
    <message>
        <source>password needed</source>
        <translation>需要密码</translation>
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
        <translation>导出为 PDF…</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异列表</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异内容</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>修改 {count} 节</translation>
    </message>
    <message>
        <source>{count} moved</source>
        <translation>移动 {count} 节</translation>
    </message>
    <message>
        <source>{count} added</source>
        <translation>新增 {count} 节</translation>
    </message>
    <message>
        <source>{count} removed</source>
        <translation>删除 {count} 节</translation>
    </message>
    <message>
        <source>Changed key figures ({count})</source>
        <translation>数据变化（{count}）</translation>
    </message>
    <message>
        <source>The two reports do not differ, except in white space.</source>
        <translation>两份报告除空白外没有差异。</translation>
    </message>
    <message>
        <source>Changed key figures</source>
        <translation>数据变化</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>报告库</translation>
    </message>
    <message>
        <source>Use the folder “{name}” as the library? The reports in it and in its subfolders are then listed and searched.</source>
        <translation>把文件夹“{name}”作为报告库吗？其中和下级文件夹中的报告将列出，并可一起搜索。</translation>
    </message>
</context>
<context>
    <name>mending</name>
    <message>
        <source>Turn all {count} lines like this into headlines</source>
        <translation>将同类的 {count} 行全部改为标题</translation>
    </message>
    <message>
        <source>Set line as</source>
        <translation>将此行设为</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Report title</source>
        <translation>报告标题</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副标题</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>会议名称</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>报告人</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>This command changes nothing here.</source>
        <translation>此命令在这里不起作用。</translation>
    </message>
    <message>
        <source>Turn line into headline</source>
        <translation>将此行设为标题</translation>
    </message>
    <message>
        <source>Join with next line</source>
        <translation>与下一行合并</translation>
    </message>
    <message>
        <source>Leave out line</source>
        <translation>略去此行</translation>
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
        <translation>无法读取“{name}”，请在其他程序中关闭它，或复制到自己的文件夹。</translation>
    </message>
    <message>
        <source>“{name}” holds no text; choose another file.</source>
        <translation>“{name}”中没有文字，请另选文件。</translation>
    </message>
    <message>
        <source>“{name}” is not text in any known encoding; save it as plain text in UTF-8 and open that.</source>
        <translation>“{name}”不是任何已知编码的文本，请另存为 UTF-8 纯文本再打开。</translation>
    </message>
    <message>
        <source>“{name}” is too large for a report; split it, and open one part.</source>
        <translation>“{name}”过大，无法作为报告打开，请拆分后打开其中一部分。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or incomplete; copy or download it again.</source>
        <translation>“{name}”已损坏或不完整，请重新复制或下载。</translation>
    </message>
    <message>
        <source>“{name}” is a scan without text; open the file it was made from, or install text recognition with pip install gaohang-viewer[ocr].</source>
        <translation>“{name}”是没有文字的扫描件；请打开原始文件，或安装文字识别：pip install gaohang-viewer[ocr]。</translation>
    </message>
    <message>
        <source>“{name}” is a spreadsheet; copy what you need into a Word file and open that.</source>
        <translation>“{name}”是电子表格，请把需要的内容复制到 Word 文件再打开。</translation>
    </message>
    <message>
        <source>“{name}” is an old presentation; save it as .pptx in WPS or PowerPoint and open that.</source>
        <translation>“{name}”是旧版演示文稿；请在 WPS 或 PowerPoint 中另存为 .pptx 再打开。</translation>
    </message>
    <message>
        <source>“{name}” is an OpenDocument table, show or drawing; save it as .docx or .pptx and open that.</source>
        <translation>“{name}”是 OpenDocument 表格、演示文稿或绘图，请另存为 .docx 或 .pptx 再打开。</translation>
    </message>
    <message>
        <source>“{name}” is an e-book; save its text as .docx or .txt and open that.</source>
        <translation>“{name}”是电子书，请把文字另存为 .docx 或 .txt 再打开。</translation>
    </message>
    <message>
        <source>“{name}” is a web archive; save the page as .html in the browser and open that.</source>
        <translation>“{name}”是网页归档，请在浏览器中把网页另存为 .html 再打开。</translation>
    </message>
    <message>
        <source>“{name}” is an archive; unpack it, and open the report in it.</source>
        <translation>“{name}”是压缩包，请解压后打开其中的报告。</translation>
    </message>
    <message>
        <source>“{name}” is a picture; extract its text with an OCR program and open that.</source>
        <translation>“{name}”是图片，请先用文字识别（OCR）程序提取文字再打开。</translation>
    </message>
    <message>
        <source>“{name}” is an audio or video file; choose a text, Word file or web page.</source>
        <translation>“{name}”是音频或视频，请选择文本、Word 文件或网页。</translation>
    </message>
    <message>
        <source>“{name}” is a program; choose a text, Word file or web page.</source>
        <translation>“{name}”是程序，请选择文本、Word 文件或网页。</translation>
    </message>
    <message>
        <source>The disk is full; free some space, or save “{name}” elsewhere.</source>
        <translation>磁盘已满，请腾出空间，或把“{name}”保存到别处。</translation>
    </message>
    <message>
        <source>The folder of “{name}” no longer exists; choose another one.</source>
        <translation>“{name}”所在的文件夹不存在，请另选文件夹。</translation>
    </message>
    <message>
        <source>“{name}” is too large for this disk; save it on another one.</source>
        <translation>“{name}”过大，此磁盘放不下，请保存到其他磁盘。</translation>
    </message>
    <message>
        <source>The disk of “{name}” is read-only; choose a folder on another disk.</source>
        <translation>“{name}”所在的磁盘是只读的，请选择其他磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>“{name}” is open in another program; close it there, then try again.</source>
        <translation>“{name}”正被另一个程序打开，请先在那里关闭，再试一次。</translation>
    </message>
    <message>
        <source>You do not have permission to write “{name}” in this folder; choose another folder.</source>
        <translation>没有权限在此文件夹中写入“{name}”，请另选文件夹。</translation>
    </message>
    <message>
        <source>The file name “{name}” is too long or contains characters that the disk does not allow; choose another name.</source>
        <translation>文件名“{name}”过长或含有磁盘不允许的字符，请换一个文件名。</translation>
    </message>
    <message>
        <source>The disk or network folder of “{name}” does not respond; reconnect it, or save elsewhere.</source>
        <translation>“{name}”所在的磁盘或网络文件夹没有响应，请重新连接，或保存到别处。</translation>
    </message>
    <message>
        <source>“{name}” is a folder; choose another name.</source>
        <translation>“{name}”是文件夹，请换一个文件名。</translation>
    </message>
    <message>
        <source>Gaohang Viewer was added to the applications menu, but cannot become the default program: install xdg-utils, then try again.</source>
        <translation>高行报告阅览已在程序菜单中，但尚未设为默认程序：请先安装 xdg-utils，再试一次。</translation>
    </message>
    <message>
        <source>On a Mac, put “Gaohang Viewer.app” into the Applications folder; to remove it, move it to the Bin.</source>
        <translation>在 Mac 上，把“Gaohang Viewer.app”放进“应用程序”文件夹即可；不用时移到废纸篓。</translation>
    </message>
    <message>
        <source>The program was not in the applications menu; nothing was removed.</source>
        <translation>程序菜单中没有本程序，未移除任何内容。</translation>
    </message>
    <message>
        <source>Gaohang Viewer was removed from the applications menu and from “Open with”.</source>
        <translation>高行报告阅览已从程序菜单和“打开方式”中移除。</translation>
    </message>
    <message>
        <source>Gaohang Viewer was added to the applications menu.</source>
        <translation>高行报告阅览已加入程序菜单。</translation>
    </message>
    <message>
        <source>On Windows only you can set the default program: right-click a file, choose “Open with”, then “Always”.</source>
        <translation>在 Windows 上，默认程序只能由用户设置：右键单击文件，选“打开方式”，再选“始终”。</translation>
    </message>
    <message>
        <source>Text, Markdown, Word files and web pages now open with it by default.</source>
        <translation>文本、Markdown、Word 文件和网页今后默认用它打开。</translation>
    </message>
    <message>
        <source>It is now offered under “Open with” for text, Markdown, Word files and web pages.</source>
        <translation>文本、Markdown、Word 文件和网页的“打开方式”中可以选择它。</translation>
    </message>
    <message>
        <source>“{name}” cannot be written here; close it in other programs, or choose another folder.</source>
        <translation>此处无法写入“{name}”，请在其他程序中关闭它，或另选文件夹。</translation>
    </message>
    <message>
        <source>“{name}” is protected by a password; enter it in the window, or use --password-file.</source>
        <translation>“{name}”有密码保护；请在窗口中打开并输入密码，或使用 --password-file。</translation>
    </message>
    <message>
        <source>The password is not that of “{name}”; try it again, or ask the sender.</source>
        <translation>密码不对，未能打开“{name}”；请重新输入，或向发件人核实。</translation>
    </message>
    <message>
        <source>The fonts of “{name}” do not say which characters they show; open the file it was made from.</source>
        <translation>“{name}”的字体没有注明所显示的是哪些字，无法读出文字；请打开原始文件。</translation>
    </message>
    <message>
        <source>“{name}” is a file of an old Word version; save it as .docx in WPS or Word and open that.</source>
        <translation>“{name}”是很旧的 Word 版本的文件；请在 WPS 或 Word 中另存为 .docx 后再打开。</translation>
    </message>
    <message>
        <source>“{name}” is protected by rights management; ask the sender for a copy without it.</source>
        <translation>“{name}”受权限管理保护；请向发件人索取不加权限的文件。</translation>
    </message>
    <message>
        <source>“{name}” is a file of Microsoft Works; ask the sender for a .docx or PDF file.</source>
        <translation>“{name}”是 Microsoft Works 的文件；请向发件人索取 .docx 或 PDF 文件。</translation>
    </message>
    <message>
        <source>There is no screen “{wanted}”; choose one of: {there}.</source>
        <translation>没有屏幕“{wanted}”，请从以下屏幕中选择：{there}。</translation>
    </message>
    <message>
        <source>There is no slide theme “{wanted}”; choose one of: {there}.</source>
        <translation>没有幻灯片主题“{wanted}”，请从以下主题中选择：{there}。</translation>
    </message>
    <message>
        <source>There is no section “{piece}” in this report; give its position (3.2), its mark (四) or the start of its headline.</source>
        <translation>报告中没有“{piece}”这一节，请写位置（3.2）、序号（四）或标题的开头。</translation>
    </message>
    <message>
        <source>“{name}” is not a supported file type; use one of: {endings}.</source>
        <translation>不支持“{name}”的文件类型，请使用以下扩展名：{endings}。</translation>
    </message>
    <message>
        <source>The text of “{name}” is drawn, not written; open the file it was made from.</source>
        <translation>“{name}”中的文字是画出来的，不能读取；请打开制作它的原文件。</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>Not read: the rest of the file, as reading was cancelled (to read it, open the file again)</source>
        <translation>未读入：文件其余部分，因读取被取消（要读入，请重新打开文件）</translation>
    </message>
    <message>
        <source>Outline entries to check</source>
        <translation>目录中需要核对的地方</translation>
    </message>
    <message>
        <source>the only section of its chapter</source>
        <translation>本章只有这一节</translation>
    </message>
    <message>
        <source>its number does not follow the one before</source>
        <translation>序号与前面不连续</translation>
    </message>
    <message>
        <source>very long: headlines may be missing</source>
        <translation>内容过长，可能漏了标题</translation>
    </message>
    <message>
        <source>on another level than others of its kind</source>
        <translation>层级与同类标题不一致</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 条提示</translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation>{count} 条提示</translation>
    </message>
    <message>
        <source>File notes</source>
        <translation>文件提示</translation>
    </message>
    <message>
        <source>Restore this line</source>
        <translation>恢复这一行</translation>
    </message>
    <message>
        <source>Show pictures from other folders</source>
        <translation>显示其他文件夹中的图片</translation>
    </message>
    <message>
        <source>1 file note</source>
        <translation>1 条文件提示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{count} file notes</source>
        <translation>{count} 条文件提示</translation>
    </message>
    <message>
        <source>The whole file was read; there are no notes.</source>
        <translation>文件已全部读入，没有提示。</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>第 {line} 行</translation>
    </message>
    <message>
        <source>Left out: leftovers of a web page or a printout around the text</source>
        <translation>已略去：正文周围的网页或打印残留内容</translation>
    </message>
    <message>
        <source>Left out: a table of contents (the outline shows it)</source>
        <translation>已略去：目录（目录窗格中已有）</translation>
    </message>
    <message>
        <source>Left out manually</source>
        <translation>手动略去</translation>
    </message>
    <message>
        <source>Left out: the page around the article (to show it: View → Show whole web page)</source>
        <translation>已略去：文章以外的网页内容（可用“视图”→“显示整个网页”查看）</translation>
    </message>
    <message>
        <source>Left out: hidden text of the Word file</source>
        <translation>已略去：Word 文件中的隐藏文字</translation>
    </message>
    <message>
        <source>Struck out: shown struck, left out of figures, slides and search</source>
        <translation>带删除线的文字：正文中照样显示，不计入数据、放映和搜索</translation>
    </message>
    <message>
        <source>Left out: comments</source>
        <translation>已略去：批注</translation>
    </message>
    <message>
        <source>Left out: text boxes and drawings (to see them, save the file as .docx in WPS or Word)</source>
        <translation>未读取：文本框和图形（如需查看，请在 WPS 或 Word 中另存为 .docx）</translation>
    </message>
    <message>
        <source>Left out: notes and comments (to see them, save the file as .docx in WPS or Word)</source>
        <translation>未读取：脚注、尾注和批注（如需查看，请在 WPS 或 Word 中另存为 .docx）</translation>
    </message>
    <message>
        <source>Styles or lists of the file are damaged: numbers and headlines may be missing</source>
        <translation>文件的样式或编号已损坏：编号和标题可能不全</translation>
    </message>
    <message>
        <source>Tracked changes were read as accepted</source>
        <translation>修订内容已按“接受”读入</translation>
    </message>
    <message>
        <source>Cannot be shown here</source>
        <translation>此处无法显示</translation>
    </message>
    <message>
        <source>Outside the file, not loaded</source>
        <translation>在文件之外，未载入</translation>
    </message>
    <message>
        <source>Pictures in other folders, not loaded</source>
        <translation>其他文件夹中的图片，未载入</translation>
    </message>
    <message>
        <source>Pictures not found at the location given in the file</source>
        <translation>在文件注明的位置找不到的图片</translation>
    </message>
    <message>
        <source>Not recognised at the top of the file</source>
        <translation>文件开头有未能识别的内容</translation>
    </message>
    <message>
        <source>Code block without an end</source>
        <translation>代码块没有结束</translation>
    </message>
    <message>
        <source>Damaged characters, shown as �; try another encoding (View → File encoding)</source>
        <translation>有损坏的字符，显示为 �；请试用其他编码（“视图”→“文件编码”）</translation>
    </message>
    <message>
        <source>The encoding was guessed from little text (to change it: View → File encoding)</source>
        <translation>文字太少，编码是推测的（可用“视图”→“文件编码”更改）</translation>
    </message>
    <message>
        <source>Invisible control characters were removed</source>
        <translation>已去掉不可见的控制字符</translation>
    </message>
    <message>
        <source>Private-use characters, which may look different here</source>
        <translation>含有自造字，此处的显示可能不同</translation>
    </message>
    <message>
        <source>Pages of a scan whose text was recognised (OCR): check names and numbers</source>
        <translation>这些页是扫描件，文字由 OCR 识别，请核对人名和数字</translation>
    </message>
    <message>
        <source>Pages with fonts that do not say which characters they show: those are shown as �</source>
        <translation>这些页的字体没有注明所显示的是哪些字，读不出的字显示为 �</translation>
    </message>
    <message>
        <source>A part of the file is damaged and was not read</source>
        <translation>文件有一部分已损坏，未能读入</translation>
    </message>
    <message>
        <source>The file has electronic signatures or seals, which were not verified</source>
        <translation>文件带有电子签名或印章，未作验证</translation>
    </message>
</context>
<context>
    <name>presenting</name>
    <message>
        <source>Slide show</source>
        <translation>放映</translation>
    </message>
    <message>
        <source>Press Esc again to end the show</source>
        <translation>再按一次 Esc 结束放映</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一张</translation>
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
        <translation>返回</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>Laser</source>
        <translation>激光笔</translation>
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
        <source>Previous</source>
        <translation>上一张</translation>
    </message>
    <message>
        <source>First slide</source>
        <translation>第一张</translation>
    </message>
    <message>
        <source>Last slide</source>
        <translation>最后一张</translation>
    </message>
    <message>
        <source>Go to slide</source>
        <translation>转到指定幻灯片</translation>
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
        <translation>所有幻灯片</translation>
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
        <source>Show this slide to the audience</source>
        <translation>向听众显示此幻灯片</translation>
    </message>
    <message>
        <source>Return to the slide before a jump</source>
        <translation>返回跳转前的幻灯片</translation>
    </message>
    <message>
        <source>Laser pointer</source>
        <translation>激光笔</translation>
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
        <source>Freeze audience screen, and return</source>
        <translation>冻结听众屏，再按返回</translation>
    </message>
    <message>
        <source>Change colour</source>
        <translation>更换颜色</translation>
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
        <source>Clear drawings on this slide</source>
        <translation>清除此幻灯片的墨迹</translation>
    </message>
    <message>
        <source>Pause or resume timer</source>
        <translation>暂停或继续计时</translation>
    </message>
    <message>
        <source>Reset timer</source>
        <translation>计时归零</translation>
    </message>
    <message>
        <source>Audience countdown</source>
        <translation>听众倒计时</translation>
    </message>
    <message>
        <source>Speaker&apos;s status bar</source>
        <translation>演讲者提示条</translation>
    </message>
    <message>
        <source>Unhide</source>
        <translation>取消隐藏</translation>
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
        <source>Restore original</source>
        <translation>恢复原文</translation>
    </message>
    <message>
        <source>No matching slides.</source>
        <translation>没有匹配的幻灯片。</translation>
    </message>
    <message>
        <source>Search text or pinyin</source>
        <translation>搜索标题、要点或拼音</translation>
    </message>
    <message>
        <source>Find slide</source>
        <translation>查找幻灯片</translation>
    </message>
    <message>
        <source>Larger, smaller script text</source>
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
        <source>Audience screen</source>
        <translation>听众屏</translation>
    </message>
    <message>
        <source>Swap screens</source>
        <translation>交换屏幕</translation>
    </message>
    <message>
        <source>Identify screens</source>
        <translation>识别屏幕</translation>
    </message>
    <message>
        <source>Audience view in a window</source>
        <translation>在窗口中显示听众画面</translation>
    </message>
    <message>
        <source>End show</source>
        <translation>结束放映</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>End show (press twice)</source>
        <translation>结束放映（按两次）</translation>
    </message>
    <message>
        <source>Preparing the slides…</source>
        <translation>正在准备幻灯片…</translation>
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
        <translation>篇章</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>数据亮点</translation>
    </message>
    <message>
        <source>a show can hold at most {most} sections</source>
        <translation>最多放映 {most} 节</translation>
    </message>
    <message>
        <source>{time} planned</source>
        <translation>计划 {time}</translation>
    </message>
    <message>
        <source>{time} actual</source>
        <translation>实际 {time}</translation>
    </message>
    <message>
        <source>{time} over</source>
        <translation>超时 {time}</translation>
    </message>
    <message>
        <source>{time} under</source>
        <translation>提前 {time}</translation>
    </message>
    <message>
        <source>Rehearsal times</source>
        <translation>排练用时</translation>
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
        <source>Use {rate} characters per minute</source>
        <translation>采用每分钟 {rate} 字</translation>
    </message>
    <message>
        <source>Calculated from all rehearsals; future estimates will use it</source>
        <translation>由历次排练得出，今后据此估算用时</translation>
    </message>
    <message>
        <source>No rehearsals yet.</source>
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
        <source>Actual</source>
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
        <source>{count} slides</source>
        <translation>{count} 张</translation>
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
        <translation>幻灯片</translation>
    </message>
    <message>
        <source>1 slide</source>
        <translation>1 张</translation>
    </message>
    <message>
        <source>{count} hidden</source>
        <translation>隐藏 {count} 张</translation>
    </message>
    <message>
        <source>There are no slides: {why}</source>
        <translation>没有幻灯片：{why}</translation>
    </message>
    <message>
        <source>This report has no slides yet.</source>
        <translation>此报告还没有幻灯片。</translation>
    </message>
    <message>
        <source>At least one slide must stay in the show.</source>
        <translation>至少要保留一张幻灯片。</translation>
    </message>
    <message>
        <source>Choose logo</source>
        <translation>选择徽标</translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation>图片 ({kinds})</translation>
    </message>
    <message>
        <source>The theme “{name}” cannot be used: {why}</source>
        <translation>主题“{name}”无法使用：{why}</translation>
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
        <source>{minutes} min planned</source>
        <translation>计划 {minutes} 分钟</translation>
    </message>
    <message>
        <source>about {minutes} min, estimated from the text</source>
        <translation>按字数约 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Open custom themes folder</source>
        <translation>打开自定义主题文件夹</translation>
    </message>
    <message>
        <source>Slide contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>画面比例</translation>
    </message>
    <message>
        <source>Chapter names on every slide</source>
        <translation>每张显示篇章</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Footer text</source>
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
        <source>Remove logo</source>
        <translation>移除徽标</translation>
    </message>
    <message>
        <source>Show points one by one</source>
        <translation>要点逐条出现</translation>
    </message>
    <message>
        <source>Fade between slides</source>
        <translation>淡入淡出切换</translation>
    </message>
    <message>
        <source>Fewer slides for a short talk</source>
        <translation>时间较短时减少幻灯片</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Length of the talk (minutes)</source>
        <translation>讲话时长（分钟）</translation>
    </message>
    <message>
        <source>Presenter view</source>
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
        <source>Autoplay</source>
        <translation>自动放映</translation>
    </message>
    <message>
        <source>Advance slides automatically</source>
        <translation>自动换片</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Timed</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>By length</source>
        <translation>按篇幅</translation>
    </message>
    <message>
        <source>Seconds per slide</source>
        <translation>每张秒数</translation>
    </message>
    <message>
        <source>Loop continuously</source>
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
        <translation>导出为 PDF…</translation>
    </message>
    <message>
        <source>Export slides as PDF</source>
        <translation>将幻灯片导出为 PDF</translation>
    </message>
    <message>
        <source>Present from this slide</source>
        <translation>从此幻灯片放映</translation>
    </message>
    <message>
        <source>Slide number</source>
        <translation>幻灯片编号</translation>
    </message>
    <message>
        <source>Slide preview</source>
        <translation>幻灯片预览</translation>
    </message>
    <message>
        <source>This slide is hidden and will not be shown.</source>
        <translation>此幻灯片已隐藏，放映时不出现。</translation>
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
        <source>This slide has no points.</source>
        <translation>此幻灯片没有要点。</translation>
    </message>
    <message>
        <source>One figure per line; indent its description below</source>
        <translation>每行一个数据，下一行缩进写其含义</translation>
    </message>
    <message>
        <source>One per line; indented lines appear in small print</source>
        <translation>每行一条，缩进行在下方以小字显示</translation>
    </message>
    <message>
        <source>Pause or resume timer (T)</source>
        <translation>暂停或继续计时（T）</translation>
    </message>
    <message>
        <source>Audience countdown (K)</source>
        <translation>听众倒计时（K）</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>elapsed</source>
        <translation>已讲</translation>
    </message>
    <message>
        <source>left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>countdown</source>
        <translation>倒计时</translation>
    </message>
    <message>
        <source>Next slide</source>
        <translation>下一张</translation>
    </message>
    <message>
        <source>End of show</source>
        <translation>放映结束</translation>
    </message>
    <message>
        <source>Current slide</source>
        <translation>当前幻灯片</translation>
    </message>
    <message>
        <source>Frozen · the audience sees slide {page}</source>
        <translation>已冻结 · 听众看到第 {page} 张</translation>
    </message>
    <message>
        <source>Audience screen is black</source>
        <translation>听众屏已黑屏</translation>
    </message>
    <message>
        <source>Audience screen is white</source>
        <translation>听众屏已白屏</translation>
    </message>
    <message>
        <source>Audience view</source>
        <translation>听众画面</translation>
    </message>
    <message>
        <source>Smaller script text</source>
        <translation>缩小讲稿文字</translation>
    </message>
    <message>
        <source>Larger script text</source>
        <translation>放大讲稿文字</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>讲稿</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Find section  /</source>
        <translation>查找章节&#x3000;/</translation>
    </message>
    <message>
        <source>Find section</source>
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
        <source>Decrease</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>Increase</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>图片…</translation>
    </message>
    <message>
        <source>Add slide</source>
        <translation>添加幻灯片</translation>
    </message>
    <message>
        <source>Delete slide</source>
        <translation>删除幻灯片</translation>
    </message>
    <message>
        <source>Contents of this slide</source>
        <translation>此幻灯片的内容</translation>
    </message>
    <message>
        <source>As all slides</source>
        <translation>与其他幻灯片相同</translation>
    </message>
    <message>
        <source>Replace picture…</source>
        <translation>更换图片…</translation>
    </message>
    <message>
        <source>Choose picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>“{name}” is larger than {most} MB; use a smaller file.</source>
        <translation>“{name}”超过 {most} MB，请改用较小的文件。</translation>
    </message>
    <message>
        <source>“{name}” has more than {most} million pixels; use a smaller picture.</source>
        <translation>“{name}”超过 {most} 百万像素，请改用较小的图片。</translation>
    </message>
    <message>
        <source>“{name}” is not a picture that can be read.</source>
        <translation>“{name}”不是可以读取的图片。</translation>
    </message>
    <message>
        <source>At most {most} pictures can be added at once.</source>
        <translation>一次最多添加 {most} 张图片。</translation>
    </message>
    <message>
        <source>The clipboard has nothing that fits on a slide.</source>
        <translation>剪贴板中没有可以放进幻灯片的内容。</translation>
    </message>
    <message>
        <source>One row per line, | between cells; rows of a spreadsheet can be pasted</source>
        <translation>每行一行表格，单元格之间用 | 分隔；可以粘贴电子表格中的行</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>This report</source>
        <translation>本报告</translation>
    </message>
    <message>
        <source>Use as default for new reports</source>
        <translation>设为新报告的默认设置</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>The report has changed; choose again what to print.</source>
        <translation>报告已变化，请重新选择要打印的内容。</translation>
    </message>
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
        <translation>导出为 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>缩小（−）</translation>
    </message>
    <message>
        <source>Whole page (0)</source>
        <translation>整页（0）</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>版式</translation>
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
        <source>PowerPoint presentation (.pptx)…</source>
        <translation>PowerPoint 演示文稿（.pptx）…</translation>
    </message>
    <message>
        <source>One PDF per chapter…</source>
        <translation>每章一个 PDF…</translation>
    </message>
    <message>
        <source>Several layouts at once…</source>
        <translation>同时导出多种版式…</translation>
    </message>
    <message>
        <source>Too long to preview; select fewer sections.</source>
        <translation>内容太长，无法预览，请少选几节。</translation>
    </message>
    <message>
        <source>No section is selected.</source>
        <translation>没有选择任何章节。</translation>
    </message>
    <message>
        <source>{sheets} sheets, double-sided</source>
        <translation>双面打印，用纸 {sheets} 张</translation>
    </message>
    <message>
        <source>{sheets} sheets, single-sided</source>
        <translation>单面打印，用纸 {sheets} 张</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>第 {page} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>{chosen} of {total} selected</source>
        <translation>已选 {chosen} 节，共 {total} 节</translation>
    </message>
    <message>
        <source> slides</source>
        <translation> 幻灯片</translation>
    </message>
    <message>
        <source> comparison</source>
        <translation> 比较</translation>
    </message>
    <message>
        <source>Choose a folder for the files</source>
        <translation>选择存放文件的文件夹</translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation>导出为 PDF</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Printing or exporting is still in progress; wait until it has finished.</source>
        <translation>打印或导出仍在进行，请等待其完成。</translation>
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
        <source>The pages could not be created: {why}</source>
        <translation>无法生成页面：{why}</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Collecting the sections…</source>
        <translation>正在汇集章节…</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
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
        <source>Reading layout</source>
        <translation>阅读版</translation>
    </message>
    <message>
        <source>Table of contents, page headers, wide margins</source>
        <translation>有目录和页眉，页边距宽松</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>大字版</translation>
    </message>
    <message>
        <source>Reading layout in 18 pt</source>
        <translation>阅读版，正文 18 磅</translation>
    </message>
    <message>
        <source>Booklet</source>
        <translation>小册子</translation>
    </message>
    <message>
        <source>A5 pages on A4 sheets, folded in the middle</source>
        <translation>A4 纸双面拼版，对折成 A5 小册子</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>幻灯片</translation>
    </message>
    <message>
        <source>One slide per page</source>
        <translation>每页一张幻灯片</translation>
    </message>
    <message>
        <source>Handout: 2 slides per page</source>
        <translation>讲义：每页 2 张</translation>
    </message>
    <message>
        <source>Handout: 3 slides, lines for notes</source>
        <translation>讲义：每页 3 张，留笔记行</translation>
    </message>
    <message>
        <source>Handout: 4 slides per page</source>
        <translation>讲义：每页 4 张</translation>
    </message>
    <message>
        <source>Handout: 6 slides per page</source>
        <translation>讲义：每页 6 张</translation>
    </message>
    <message>
        <source>Speaker&apos;s script</source>
        <translation>讲稿</translation>
    </message>
    <message>
        <source>Each slide with the full text of its section below</source>
        <translation>每张幻灯片下附该节全文</translation>
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
        <source>Key figures as annex</source>
        <translation>附数据亮点一览</translation>
    </message>
    <message>
        <source>Double-sided</source>
        <translation>双面打印</translation>
    </message>
    <message>
        <source>White slides (saves ink)</source>
        <translation>用白底幻灯片，节省墨粉</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>水印</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>页眉</translation>
    </message>
    <message>
        <source>Footer</source>
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
        <source>Large and light across every page, e.g. 征求意见稿</source>
        <translation>大而浅地斜印在每一页上，如“征求意见稿”</translation>
    </message>
    <message>
        <source>{title} and {chapter} insert the report&apos;s title and the page&apos;s chapter</source>
        <translation>{title}、{chapter} 代表报告标题和本页章名</translation>
    </message>
    <message>
        <source>Printed below the text if the report has none</source>
        <translation>报告中没有时，印在正文之后</translation>
    </message>
    <message>
        <source>Differences from older report</source>
        <translation>附与旧报告的差异</translation>
    </message>
    <message>
        <source>Page range</source>
        <translation>页码范围</translation>
    </message>
    <message>
        <source>{role}: {family} used instead</source>
        <translation>{role}：以 {family} 代替</translation>
    </message>
    <message>
        <source>Font: {family}</source>
        <translation>字体：{family}</translation>
    </message>
    <message>
        <source>No font has these characters, they print as 〓: {list}</source>
        <translation>以下字没有可用的字体，将印作〓：{list}</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>存为预设…</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>删除预设</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>存为预设</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Meeting document</source>
        <translation>会议材料（公文版）</translation>
    </message>
    <message>
        <source>Draft for comment</source>
        <translation>征求意见稿</translation>
    </message>
    <message>
        <source>Handout with lines for notes</source>
        <translation>讲义（留笔记行）</translation>
    </message>
    <message>
        <source>Reading layout with all key figures</source>
        <translation>阅读版（附数据亮点一览）</translation>
    </message>
    <message>
        <source>Several layouts at once</source>
        <translation>同时导出多种版式</translation>
    </message>
    <message>
        <source>Each layout is saved as a separate file with its own options.</source>
        <translation>每种版式各存为一个文件，使用各自的选项。</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Sending the pages to the printer…</source>
        <translation>正在把页面送往打印机…</translation>
    </message>
    <message>
        <source>Waiting for the printer to respond…</source>
        <translation>正在等待打印机响应…</translation>
    </message>
    <message>
        <source>The printer “{name}” is no longer available; choose another one.</source>
        <translation>打印机“{name}”已不可用，请另选一台。</translation>
    </message>
    <message>
        <source>The printer “{name}” is disabled; enable it in the system settings, or choose another one.</source>
        <translation>打印机“{name}”已停用，请在系统设置中启用，或另选一台。</translation>
    </message>
    <message>
        <source>The printer “{name}” does not respond; check that it is switched on and connected.</source>
        <translation>打印机“{name}”没有响应，请检查是否已开机并连接。</translation>
    </message>
    <message>
        <source>The system&apos;s print service does not respond; start it, or export a PDF and print that.</source>
        <translation>系统的打印服务没有响应，请启动它，或先导出 PDF 再打印。</translation>
    </message>
    <message>
        <source>The printer “{name}” could not print the pages ({why}); solve the problem, then print again.</source>
        <translation>打印机“{name}”未能打印（{why}），请排除问题后重新打印。</translation>
    </message>
    <message>
        <source>Page preview</source>
        <translation>页面预览</translation>
    </message>
</context>
<context>
    <name>reading</name>
    <message>
        <source>Edit {field}</source>
        <translation>修改“{field}”</translation>
    </message>
    <message>
        <source>Front page</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Find in this report</source>
        <translation>在本报告中查找</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>查找下一处（F3）</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>查找上一处（Shift+F3）</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Outline</source>
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
        <source>Position in the report</source>
        <translation>在报告中的位置</translation>
    </message>
    <message>
        <source>Position in the table</source>
        <translation>在表格中的位置</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 行，第 {column} 列</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Toolbar</source>
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
    <message>
        <source>Scroll sideways</source>
        <translation>左右滚动</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <translation>上下滚动</translation>
    </message>
    <message>
        <source>Use the folder “{name}” as the library</source>
        <translation>把文件夹“{name}”作为报告库</translation>
    </message>
    <message>
        <source>Open “{name}”</source>
        <translation>打开“{name}”</translation>
    </message>
    <message>
        <source>Open {count} reports, each in a window of its own</source>
        <translation>打开 {count} 份报告，各用一个窗口</translation>
    </message>
</context>
</TS>
