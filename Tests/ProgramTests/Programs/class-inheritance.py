class Animal:
    sound = "..."

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} says {self.sound}"

    def describe(self):
        return "animal " + self.speak()


class Dog(Animal):
    sound = "woof"


class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def speak(self):
        return super().speak() + f" at {self.age}"


for pet in [Animal("It"), Dog("Rex"), Puppy("Bit", 1)]:
    print(pet.describe(), isinstance(pet, Dog), type(pet).__name__)
print(issubclass(Puppy, Animal), issubclass(Animal, Puppy), Puppy.sound)
print(Animal.speak(Dog("Max")))
