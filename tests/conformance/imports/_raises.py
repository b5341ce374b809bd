print("raising")
raise ValueError("while imported")
