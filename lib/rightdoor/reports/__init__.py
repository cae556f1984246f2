"""Reports: a papermill template is run on one record and becomes a notebook and one self-contained HTML file.

`make` runs a Job (nothing else in the library knows papermill or nbconvert), `page` is what a template's cells call,
`record` turns events into what a report tells, `sample` makes the events of a scripted walk with no person behind it.
Importing this package costs nothing; each module brings its outside library when it is used.
"""
