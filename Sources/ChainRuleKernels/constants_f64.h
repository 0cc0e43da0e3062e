// Polynomials for double: weighted minimax fits made with 60 digits, the constant first.
// "to 2^-n" is the error left in the function that the polynomial serves.

// (exp(r) - 1 - r) / r^2 for |r| <= log(2) / 2; to 2^-58.0.
static const SCALAR exp_tail[] = {
    0x1.000000000000cp-1, 0x1.555555555555ep-3, 0x1.555555554fe74p-5, 0x1.111111110e043p-7,
    0x1.6c16c18603ed1p-10, 0x1.a01a01b7bd667p-13, 0x1.a019959d287b4p-16, 0x1.71dde6663c6ffp-19,
    0x1.28b12beaad204p-22, 0x1.af7b983ec4072p-26};

// (2 artanh(s) / s - 2) / z for z = s^2, |s| <= 3 - 2 sqrt(2); to 2^-58.5.
static const SCALAR log_tail[] = {
    0x1.5555555555592p-1, 0x1.999999997fd58p-2, 0x1.24924941f653bp-2, 0x1.c71c52052227ep-3,
    0x1.74663fc9e147dp-3, 0x1.39a1a388d4c58p-3, 0x1.2f065279c75e3p-3};

// (sin(r) - r) / r^3 in r^2 for |r| <= pi / 4; to 2^-58.0.
static const SCALAR sin_tail[] = {
    -0x1.5555555555549p-3, 0x1.111111110f85fp-7, -0x1.a01a019c0e119p-13, 0x1.71de35748ef4bp-19,
    -0x1.ae5e63af9a17fp-26, 0x1.5d923f02d2d6bp-33};

// (cos(r) - 1 + r^2 / 2) / r^4 in r^2 for |r| <= pi / 4; to 2^-64.2.
static const SCALAR cos_tail[] = {
    0x1.555555555554cp-5, -0x1.6c16c16c1515ep-10, 0x1.a01a019cae99fp-16, -0x1.27e4f8079bc69p-22,
    0x1.1ee9ea486e4c9p-29, -0x1.8fadbf06491bfp-37};

// erf(x) / x - 1 in x^2 for |x| <= 1; to 2^-62.8.
static const SCALAR erf_near[] = {
    0x1.06eba8214db69p-3, -0x1.812746b0379e6p-2, 0x1.ce2f21a042b34p-4, -0x1.b82ce31284f35p-6,
    0x1.565bcd0dbd8a7p-8, -0x1.c02db3db4832fp-11, 0x1.f9a321e496467p-14, -0x1.f4d1e4325e8cap-17,
    0x1.b9df304088501p-20, -0x1.5f1f401d255c6p-23, 0x1.f7b994ce783bdp-27, -0x1.38ac098806a62p-30,
    0x1.06271a76ff145p-34};

// -log(1 - erf(x)) in x - 1, x >= 1, to the precision that 1 - exp(-this) needs; to 2^-59.6.
static const SCALAR erf_far[] = {
    0x1.d97fbf27aa2a1p+0, 0x1.51c9b0006c236p+1, 0x1.afabc11a29617p-1, 0x1.5477f09c01029p-5,
    -0x1.48c9d3eab811fp-7, 0x1.033f65a576238p-9, -0x1.f1b386957b33ap-13, -0x1.b8dee3a52d9f8p-16,
    0x1.c7a8183e0c4c4p-16, -0x1.426db57038582p-17, 0x1.147e06b508800p-19, -0x1.334cd9c7a337ap-23,
    -0x1.a2586bd16dedcp-24, 0x1.be699374a2072p-25, -0x1.ff89155c9450bp-27, 0x1.88d4c37448ff1p-29,
    -0x1.93da21ab6e0e2p-32, 0x1.f94fe72fb8321p-36, -0x1.23599bdf3aa65p-40};

// Parts of log(2) and pi / 2 whose products with the integers that occur are exact.
#define LN2_UPPER 0x1.62e42fefa2p-1
#define LN2_LOWER 0x1.9ef35793c7673p-41
#define ONE_OVER_LN2 0x1.71547652b82fep+0
#define TWO_OVER_PI 0x1.45f306dc9c883p-1
#define HALF_PI_1 0x1.921fb544p+0
#define HALF_PI_2 0x1.0b4611a6p-34
#define HALF_PI_3 0x1.3198a2ep-69
#define HALF_PI_4 0x1.b839a252049c1p-104

#define SIGNIFICAND 53
#define EXPONENT_BIAS 1023
#define ROOT_HALF 0x1.6a09e667f3bcdp-1
#define LEAST_NORMAL 0x1p-1022
// A sum with this holds a rounded integer in its lowest bits.
#define SHIFTER 0x1.8p52

// Beyond them exp overflows, or rounds to 0.
#define EXP_HIGH 710.0
#define EXP_LOW -746.0
// From here on tanh and erf round to 1.
#define TANH_HIGH 22.0
#define ERF_HIGH 6.0
// Below them f(x) rounds to x for tanh and sin, and for expm1 and log1p.
#define TINY 0x1p-28
#define TINIEST 0x1p-54
// Quotients by pi / 2 up to here have 20 bits; those of larger arguments are left to the C library.
#define ANGLE_HIGH 1.6e6
