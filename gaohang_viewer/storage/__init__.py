"""What is kept between runs: settings, state files, and files written whole or not at all."""
