def find():
    try:
        pass
    except* ValueError:
        return 'nothing'
