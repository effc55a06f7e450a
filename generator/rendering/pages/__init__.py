"""One module and one template for each kind of page, under the page's own name."""
