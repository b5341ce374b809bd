from difflib import Match, SequenceMatcher, get_close_matches

matcher = SequenceMatcher(None, 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(matcher.ratio(), matcher.quick_ratio(), matcher.real_quick_ratio(), matcher.get_matching_blocks())
for tag, i1, i2, j1, j2 in SequenceMatcher(a='qabxcd', b='abycdf').get_opcodes():
    print(f'{tag:7} a[{i1}:{i2}] b[{j1}:{j2}]')
print(SequenceMatcher(None, ' abcd', 'abcd abcd').find_longest_match(0, 5, 0, 9), SequenceMatcher(lambda x: x == ' ', ' abcd', 'abcd abcd').find_longest_match())
print(list(SequenceMatcher(None, range(40), [*range(1, 20), 'x', *range(21, 40)]).get_grouped_opcodes(2)))
print(SequenceMatcher(None, '', '').ratio(), SequenceMatcher().get_opcodes(), SequenceMatcher(None, 'ab').get_matching_blocks(), Match(1, 2, 3).size)
matcher = SequenceMatcher()
matcher.set_seq2('apple')
for word in ['ape', 'apple', 'peach', '']:
    matcher.set_seq1(word)
    print(word, round(matcher.ratio(), 4), matcher.get_opcodes())
matcher.set_seqs([1, 2, 3, 4], [2, 3, 5])
print(matcher.get_matching_blocks(), sorted(matcher.b2j.items()), matcher.bjunk, matcher.bpopular, matcher.autojunk)
print(get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), get_close_matches('appel', ['ape', 'apple'], n=1, cutoff=0.3), get_close_matches('x', []))
popular = ['a', 'b'] * 110 + ['c']
print(SequenceMatcher(None, ['c', 'a'], popular).bpopular == {'a', 'b'}, SequenceMatcher(None, ['c', 'a'], popular).ratio(), SequenceMatcher(None, ['c', 'a'], popular, False).bpopular)
