// The training of the 2-2-2 network as one would write it by hand: 200 epochs of full-batch gradient descent on two
// instances, the losses kept. Prints the seconds of one training and the four outputs after it.

#include <math.h>
#include <stdio.h>
#include <time.h>

enum { EPOCHS = 200, REPEATS = 2000 };

static const double X[2][2] = {{3, 1}, {-1, 4}}, T[2][2] = {{1, 0}, {0, 1}};
static double W[2][2], V[2][2], losses[EPOCHS + 1][2], H[2], Y[2];

static double sigmoid(double z) { return 1 / (1 + exp(-z)); }

static double forward(const double x[2], const double t[2]) {
    for (int j = 0; j < 2; j++) H[j] = sigmoid(x[0] * W[0][j] + x[1] * W[1][j]);
    for (int j = 0; j < 2; j++) Y[j] = sigmoid(H[0] * V[0][j] + H[1] * V[1][j]);
    return (Y[0] - t[0]) * (Y[0] - t[0]) + (Y[1] - t[1]) * (Y[1] - t[1]);
}

static void train(void) {
    const double w[2][2] = {{6, -3}, {-2, 5}}, v[2][2] = {{1, -2}, {0.25, 2}};
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++) W[i][j] = w[i][j], V[i][j] = v[i][j];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        double gW[2][2] = {{0}}, gV[2][2] = {{0}};
        for (int n = 0; n < 2; n++) {
            losses[epoch][n] = forward(X[n], T[n]);
            double y_in[2], h_in[2];
            for (int j = 0; j < 2; j++) y_in[j] = 2 * (Y[j] - T[n][j]) * (Y[j] * (1 - Y[j]));
            for (int i = 0; i < 2; i++) h_in[i] = (y_in[0] * V[i][0] + y_in[1] * V[i][1]) * (H[i] * (1 - H[i]));
            for (int i = 0; i < 2; i++)
                for (int j = 0; j < 2; j++) gV[i][j] += H[i] * y_in[j], gW[i][j] += X[n][i] * h_in[j];
        }
        for (int i = 0; i < 2; i++)
            for (int j = 0; j < 2; j++) W[i][j] -= 0.5 * gW[i][j], V[i][j] -= 0.5 * gV[i][j];
    }
    for (int n = 0; n < 2; n++) losses[EPOCHS][n] = forward(X[n], T[n]);
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(void) {
    double best = 1e9;
    for (int repeat = 0; repeat < REPEATS; repeat++) {
        double start = now();
        train();
        double seconds = now() - start;
        if (seconds < best) best = seconds;
    }
    printf("%.9g", best);
    for (int n = 0; n < 2; n++) forward(X[n], T[n]), printf(" %.17g %.17g", Y[0], Y[1]);
    printf("\n");
}
