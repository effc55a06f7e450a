"""The only place that knows MkDocs: the plugin and what serves it."""
