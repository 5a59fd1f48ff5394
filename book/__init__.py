"""The book's machinery: reading twins, building both languages, drawing figures."""
