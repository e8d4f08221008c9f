// Everything that this program says, in both languages.
#pragma once

#include "sentences/errors.h"
#include "sentences/help.h"
#include "sentences/matching.h"
#include "sentences/words.h"
