# json's own modules, by which older programs name its parts.
import json
from json.decoder import JSONDecodeError, JSONDecoder
from json.encoder import JSONEncoder

print(json.decoder.JSONDecodeError is json.JSONDecodeError, JSONDecoder is json.JSONDecoder)
print(JSONEncoder(indent=2).encode({"a": [1]}), JSONDecoder().decode('{"b": 2}'))
try:
    json.loads('{"a": }')
except JSONDecodeError as error:
    print(error, error.pos)
