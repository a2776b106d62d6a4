"""Why a network says what it says, as explanation.json has it."""
