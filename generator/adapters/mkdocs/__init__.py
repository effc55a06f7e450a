"""The only place that knows MkDocs: the plugin and what serves it."""

from generator.support.collection import collect_rarely, never_collect_at_the_end

collect_rarely()  # here, for the modules that are imported next are many values, too
never_collect_at_the_end()
