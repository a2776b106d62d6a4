"""Why a network says what it says: by its elements, over all samples and in one of them."""
