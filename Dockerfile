# The course as students use it, for a hub or a laptop without Python:
#
#   docker build --tag cnn-basics .
#   docker run --rm --publish 127.0.0.1:8888:8888 cnn-basics
#
# then open the address that it prints. What a student writes stays in the container; to keep it,
# put a folder over the notebooks: --volume "$PWD/notebooks:/course/notebooks". The answers and the
# tests are not in the image: see .dockerignore.
FROM python:3.12-slim-bookworm

# Debian's stable release changes a version only to repair it.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends make \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 1000 student \
    && install --directory --owner=student /course

USER 1000
WORKDIR /course
COPY --chown=1000 . .
ENV PIP_NO_CACHE_DIR=1
RUN make ready

EXPOSE 8888
# JupyterLab must listen beyond the container; Docker decides who gets to see the port.
CMD ["make", "lab", "LABFLAGS=--ip=0.0.0.0 --no-browser"]
