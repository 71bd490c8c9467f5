"""Countries, sectors, goals and other lists made by others, with version and source.

Used by every room above. It must never hold data of the city.
"""
