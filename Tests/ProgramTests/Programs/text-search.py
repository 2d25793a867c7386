text = "aabaabaaabaab" * 3
for part in ["", "a", "aab", "aabaa", "b", "aabaaabaab", "ba" * 4, text, text + "a"]:
    print(
        repr(part), part in text, text.find(part), text.rfind(part), text.count(part),
        text.replace(part, "-", 3), text.find(part, 5, 20), text.rfind(part, 2, 9),
    )
    if part:
        print(text.split(part), text.rsplit(part, 2), text.partition(part), text.rpartition(part))
print("a" * 2000 + "b" in "a" * 60000, ("a" * 60000).count("a" * 500), "éa" in "xéaé", "xéaé".find("é", 2))
