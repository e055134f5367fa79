"""Questions of an assistant, over the Model Context Protocol: read-only tools whose answers carry report and page."""
