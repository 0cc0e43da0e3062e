// Polynomials for float: weighted minimax fits made with 60 digits, the constant first.
// "to 2^-n" is the error left in the function that the polynomial serves.

// (exp(r) - 1 - r) / r^2 for |r| <= log(2) / 2; to 2^-28.2.
static const SCALAR exp_tail[] = {
    0x1.000000p-1f, 0x1.55548ep-3f, 0x1.55545cp-5f, 0x1.123c82p-7f, 0x1.6db568p-10f};

// (2 artanh(s) / s - 2) / z for z = s^2, |s| <= 3 - 2 sqrt(2); to 2^-29.2.
static const SCALAR log_tail[] = {
    0x1.55557ap-1f, 0x1.995eb4p-2f, 0x1.31e380p-2f};

// (sin(r) - r) / r^3 in r^2 for |r| <= pi / 4; to 2^-28.0.
static const SCALAR sin_tail[] = {
    -0x1.555546p-3f, 0x1.11075ap-7f, -0x1.994cd8p-13f};

// (cos(r) - 1 + r^2 / 2) / r^4 in r^2 for |r| <= pi / 4; to 2^-33.3.
static const SCALAR cos_tail[] = {
    0x1.55554ap-5f, -0x1.6c0c86p-10f, 0x1.9a009cp-16f};

// erf(x) / x - 1 in x^2 for |x| <= 1; to 2^-29.7.
static const SCALAR erf_near[] = {
    0x1.06eba8p-3f, -0x1.81273ep-2f, 0x1.ce2d20p-4f, -0x1.b7fbb2p-6f, 0x1.5419e8p-8f, -0x1.a48596p-11f,
    0x1.4ae3e8p-14f};

// -log(1 - erf(x)) in x - 1, x >= 1, to the precision that 1 - exp(-this) needs; to 2^-35.9.
static const SCALAR erf_far[] = {
    0x1.d97fc0p+0f, 0x1.51c9b0p+1f, 0x1.afabb4p-1f, 0x1.547fc2p-5f, -0x1.4952a8p-7f, 0x1.086a12p-9f,
    -0x1.33fb6ap-12f, 0x1.878d60p-16f, -0x1.13369ap-22f};

// Parts of log(2) and pi / 2 whose products with the integers that occur are exact.
#define LN2_UPPER 0x1.62ep-1f
#define LN2_LOWER 0x1.0bfbe8p-15f
#define ONE_OVER_LN2 0x1.715476p+0f
#define TWO_OVER_PI 0x1.45f306p-1f
#define HALF_PI_1 0x1.921p+0f
#define HALF_PI_2 0x1.f6ap-13f
#define HALF_PI_3 0x1.11p-26f
#define HALF_PI_4 0x1.68c234p-39f

#define SIGNIFICAND 24
#define EXPONENT_BIAS 127
#define ROOT_HALF 0x1.6a09e6p-1f
#define LEAST_NORMAL 0x1p-126f
// A sum with this holds a rounded integer in its lowest bits.
#define SHIFTER 0x1.8p23f

// Beyond them exp overflows, or rounds to 0.
#define EXP_HIGH 89.0f
#define EXP_LOW -105.0f
// From here on tanh and erf round to 1.
#define TANH_HIGH 10.0f
#define ERF_HIGH 4.0f
// Below them f(x) rounds to x for tanh and sin, and for expm1 and log1p.
#define TINY 0x1p-13f
#define TINIEST 0x1p-25f
// Quotients by pi / 2 up to here have 11 bits; those of larger arguments are left to the C library.
#define ANGLE_HIGH 3200.0f
