print("fine")
text = "a \N{NO SUCH CHARACTER}"
