"""Questions of an assistant, over the Model Context Protocol: read-only tools whose answers carry report and page.

`analyzer.mcp.server` makes the server (`create_server`) and runs it (`serve`).
"""
