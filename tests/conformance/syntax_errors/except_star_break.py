for i in 1, 2:
    try:
        pass
    except* ValueError:
        if i:
            break
