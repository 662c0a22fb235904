"""What the code knows of languages: word lists and patterns, each once, a language a room.

`english` is the language of answers that are written: all that reads, asks and checks uses it.
`european` and `east_asian` add what numbers, dates and units look like in other languages; each
`Room` has what it takes to cut sentences of one of them and to be asked in it (`rooms` lists them).
Only lists and patterns stand here; what is done with them stands where it is done, so another
language is another room with the same names.
"""
