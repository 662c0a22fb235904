"""What chat programs ask of a model beside questions, done without a search.

A title, tags, further questions, search queries: made of the conversation's own words.
"""
