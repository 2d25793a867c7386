# A small image with the program: `docker build -t longhand .`, then
# `docker run --rm -v "$PWD:/book" longhand build chapters -o output`.
FROM swift:6.3-bookworm AS build
WORKDIR /src
COPY . .
# git is asked for the time of the package.
RUN git config --global --add safe.directory /src && apt-get update && make deb && rm -rf /var/lib/apt/lists/*

FROM debian:bookworm-slim
RUN --mount=from=build,source=/src/.build/deb,target=/deb \
    apt-get update && apt-get install -y --no-install-recommends /deb/longhand_*.deb && rm -rf /var/lib/apt/lists/*
WORKDIR /book
ENTRYPOINT ["longhand"]
CMD ["--help"]
