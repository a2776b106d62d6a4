/* Trains one network by FANN's RPROP and tells the seconds an epoch takes.
 *
 *     fann_reference SIZES SAMPLES EPOCHS ROUNDS [FILE]
 *
 * SIZES is written 14-9-5-8. Hidden layers are tanh, outputs logistic. FILE holds doubles in the
 * order of this machine: the inputs of all samples, their targets, and the first weights, which
 * FANN keeps unit by unit, the bias of a unit behind its weights. Without FILE all three are made
 * by a fixed rule.
 *
 * Prints one line of JSON: connections, the squared error averaged over samples and outputs in the
 * first and in the last epoch, and for each round the seconds an epoch, of the epochs alone.
 *
 * Compiled with -DDOUBLE_PRECISION and -ldoublefann it calculates in double, otherwise in float.
 */
#define _POSIX_C_SOURCE 199309L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef DOUBLE_PRECISION
#include <doublefann.h>
#else
#include <floatfann.h>
#endif

#define MOST_LAYERS 20

static unsigned long long state = 1;

static void fail(const char *reason)
{
    fprintf(stderr, "fann_reference: %s\n", reason);
    exit(2);
}

/* The next number between -1 and 1, by Knuth's linear congruential generator. */
static double drawn(void)
{
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (double)(state >> 11) / 4503599627370496.0 - 1.0;
}

static unsigned int whole_number(const char *text)
{
    char *end;
    long number = strtol(text, &end, 10);
    if (end == text || *end != '\0' || number < 1 || number > 100000000L)
        fail("SAMPLES, EPOCHS and ROUNDS are whole numbers above 0");
    return (unsigned int)number;
}

static unsigned int read_sizes(char *text, unsigned int *sizes)
{
    unsigned int count = 0;
    for (char *part = strtok(text, "-"); part != NULL; part = strtok(NULL, "-")) {
        if (count == MOST_LAYERS)
            fail("too many layers");
        sizes[count++] = whole_number(part);
    }
    if (count < 2)
        fail("SIZES is written 14-9-5-8");
    return count;
}

static void read_numbers(FILE *file, fann_type *numbers, unsigned int count)
{
    for (unsigned int i = 0; i < count; i++) {
        double number;
        if (fread(&number, sizeof number, 1, file) != 1)
            fail("FILE is too short");
        numbers[i] = (fann_type)number;
    }
}

static void read_samples(FILE *file, struct fann_train_data *data)
{
    for (unsigned int p = 0; p < data->num_data; p++)
        read_numbers(file, data->input[p], data->num_input);
    for (unsigned int p = 0; p < data->num_data; p++)
        read_numbers(file, data->output[p], data->num_output);
}

static void make_samples(struct fann_train_data *data)
{
    for (unsigned int p = 0; p < data->num_data; p++) {
        for (unsigned int i = 0; i < data->num_input; i++)
            data->input[p][i] = (fann_type)drawn();
        for (unsigned int k = 0; k < data->num_output; k++)
            data->output[p][k] = (fann_type)(p % data->num_output == k);
    }
}

static void set_weights(FILE *file, struct fann *network)
{
    unsigned int count = fann_get_total_connections(network);
    struct fann_connection *connections = malloc(count * sizeof *connections);
    fann_type *weights = malloc(count * sizeof *weights);
    if (connections == NULL || weights == NULL)
        fail("not enough memory");
    if (file != NULL)
        read_numbers(file, weights, count);
    else
        for (unsigned int i = 0; i < count; i++)
            weights[i] = (fann_type)drawn();
    fann_get_connection_array(network, connections);
    for (unsigned int i = 0; i < count; i++)
        connections[i].weight = weights[i];
    fann_set_weight_array(network, connections, count);
    free(weights);
    free(connections);
}

static struct fann *make_network(unsigned int layers, const unsigned int *sizes)
{
    struct fann *network = fann_create_standard_array(layers, sizes);
    if (network == NULL)
        fail("not enough memory");
    fann_set_activation_function_hidden(network, FANN_SIGMOID_SYMMETRIC);
    fann_set_activation_function_output(network, FANN_SIGMOID);
    /* With steepness s FANN's are tanh(s x) and 1/(1 + exp(-2 s x)). */
    fann_set_activation_steepness_hidden(network, 1.0);
    fann_set_activation_steepness_output(network, 0.5);
    /* The plain difference; FANN's default stretches it by a logarithm. */
    fann_set_train_error_function(network, FANN_ERRORFUNC_LINEAR);
    fann_set_training_algorithm(network, FANN_TRAIN_RPROP);
    fann_set_rprop_increase_factor(network, 1.2f);
    fann_set_rprop_decrease_factor(network, 0.5f);
    fann_set_rprop_delta_min(network, 0.0f);
    fann_set_rprop_delta_max(network, 50.0f);
    fann_set_rprop_delta_zero(network, 0.1f);
    return network;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

int main(int argc, char **argv)
{
    unsigned int sizes[MOST_LAYERS];
    if (argc != 5 && argc != 6)
        fail("give SIZES SAMPLES EPOCHS ROUNDS [FILE]");
    unsigned int layers = read_sizes(argv[1], sizes);
    unsigned int samples = whole_number(argv[2]);
    unsigned int epochs = whole_number(argv[3]), rounds = whole_number(argv[4]);
    FILE *file = argc == 6 ? fopen(argv[5], "rb") : NULL;
    if (argc == 6 && file == NULL)
        fail("FILE cannot be read");

    struct fann *network = make_network(layers, sizes);
    struct fann_train_data *data = fann_create_train(samples, sizes[0], sizes[layers - 1]);
    if (data == NULL)
        fail("not enough memory");
    if (file != NULL)
        read_samples(file, data);
    else
        make_samples(data);
    set_weights(file, network);

    /* The first epoch allocates, so it stays out of the rounds. */
    double first = fann_train_epoch(network, data), last = first;
    printf("{\"connections\": %u, \"seconds\": [", fann_get_total_connections(network));
    for (unsigned int round = 0; round < rounds; round++) {
        double start = now();
        for (unsigned int epoch = 0; epoch < epochs; epoch++)
            last = fann_train_epoch(network, data);
        printf("%s%.9g", round ? ", " : "", (now() - start) / epochs);
    }
    printf("], \"first_error\": %.9g, \"last_error\": %.9g}\n", first, last);

    if (file != NULL)
        fclose(file);
    fann_destroy_train(data);
    fann_destroy(network);
    return 0;
}
