import numpy as np

labels = np.array([0, 2, 1, 2])
one_hot = np.eye(3)[labels]
print(one_hot)
scores = np.array([[0.7, 0.2, 0.1], [0.1, 0.3, 0.6], [0.4, 0.35, 0.25], [0.2, 0.2, 0.6]])
predicted = scores.argmax(axis=1)
print(predicted, predicted == labels, (predicted == labels).mean())
confusion = np.zeros((3, 3), dtype=int)
for t, p in zip(labels, predicted):
    confusion[t, p] += 1
print(confusion)
print((one_hot * scores).sum(axis=1), scores[np.arange(4), labels])
