"""Pages in the browser over the queries."""
