"""Reports: a papermill template is run on one record and becomes a notebook, one self-contained HTML file and a PDF.

`jobs` lists what is to be made; `make` runs one Job and `factory` many (nothing else in the library knows papermill or
nbconvert), in the kernels of `warm`; `pdf` prints. What a template's cells call stands in a module of its name:
`trainee`, `cohort`, `drill`, `currency`, each a `page`, with pictures by `draw`. `record` turns events into what a report
tells, `sample` makes the events of people that there are not. Importing this package costs nothing; each module brings
its outside library when it is used.
"""
