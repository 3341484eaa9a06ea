"""A script in an output, for whoever grades."""

from IPython.display import HTML, Javascript, display

display(HTML("<script>document.title = 'SCRIPT'</script><img src=x onerror=alert('SCRIPT')>"))
display(Javascript("document.title = 'SCRIPT'"))
