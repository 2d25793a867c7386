class AppError(Exception):
    pass


class CodeError(AppError):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {super().__str__()}"


for make in [lambda: AppError("plain"), lambda: CodeError(404, "missing"), lambda: AppError(), lambda: AppError(1, "a")]:
    try:
        raise make()
    except CodeError as e:
        print("code", e.code, e, e.args)
    except AppError as e:
        print("app", e, repr(e), e.args)
try:
    raise AppError
except Exception as e:
    print(type(e).__name__, isinstance(e, AppError), str(e) == "")
print(issubclass(CodeError, Exception), issubclass(AppError, ValueError))
