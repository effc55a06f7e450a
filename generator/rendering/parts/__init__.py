"""Parts of pages that several kinds of page share."""
