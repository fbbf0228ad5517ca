/*
 * Times FFTW's three-dimensional real transform and its inverse, single precision, out of place.
 *
 * usage: fftw NX NY NZ THREADS measure|estimate     plans once; for every line read prints the best seconds of a slice of time
 */
#include <fftw3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const double SLICE = 0.15;
/* Seconds that the search for one plan may take, in boxes up to 256^3 and in larger ones. */
static const double PLANNING = 12, LARGE_PLANNING = 60;
static const size_t LARGE = 256 * 256 * 256;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static void fill(float *values, size_t count) {
  unsigned state = 1;
  for (size_t i = 0; i < count; i++) values[i] = (state = 1664525u * state + 1013904223u) / 4294967296.0f - 0.5f;
}

int main(int argc, char **argv) {
  if (argc != 6) return 64;
  const int nx = atoi(argv[1]), ny = atoi(argv[2]), nz = atoi(argv[3]);
  const unsigned effort = strcmp(argv[5], "measure") == 0 ? FFTW_MEASURE : FFTW_ESTIMATE;
  const size_t voxels = (size_t)nx * ny * nz, coefficients = (size_t)(nx / 2 + 1) * ny * nz;
  fftwf_init_threads();
  fftwf_set_timelimit(voxels > LARGE ? LARGE_PLANNING : PLANNING);
  fftwf_plan_with_nthreads(atoi(argv[4]));
  float *values = fftwf_malloc(sizeof(float) * voxels);
  fftwf_complex *spectrum = fftwf_malloc(sizeof(fftwf_complex) * coefficients);
  fftwf_plan forward = fftwf_plan_dft_r2c_3d(nz, ny, nx, values, spectrum, effort | FFTW_DESTROY_INPUT);
  fftwf_plan inverse = fftwf_plan_dft_c2r_3d(nz, ny, nx, spectrum, values, effort);
  char line[16];
  while (fgets(line, sizeof line, stdin)) {
    double best = 1e9, spent = 0;
    while (spent < SLICE) {
      fill(values, voxels);
      const double start = now();
      fftwf_execute(forward);
      fftwf_execute(inverse);
      const double seconds = now() - start;
      if (seconds < best) best = seconds;
      spent += seconds;
    }
    printf("%.9f\n", best);
    fflush(stdout);
  }
  return 0;
}
