# Blanks behind a statement: the interpreter shows them, the traceback module points as many columns too far left.
import sys
import traceback

sys.stderr = sys.stdout


def divided(a, b):
    return a / b   


def over_two_lines():
    return divided(1,   
                   0)  


def in_a_list():
    return [over_two_lines()   
            ]   


def in_a_sum():
    x = in_a_list() + (1 +   
                       2)   


def named():
    é = "é" + in_a_sum() 


def raised():
    raise KeyError('a')    # why  


def alone(): raise ValueError    




for each in (over_two_lines, in_a_list, in_a_sum, named, raised, alone):
    try:
        each()  
    except Exception as error:
        traceback.print_exc()
        sys.excepthook(type(error), error, error.__traceback__)
