/** GLSL ES 3.00 of the WebGL painter. Its formulas are those of assembly/ellipse.ts, contour.ts, rectangle.ts and tone.ts. */

/** Classes that a tone can mix; one more plane is for the dots. */
const MOST_PLANES = 32;

/**
 * One quad a posterior. The planes of the classes lie side by side in an atlas of single floats, the dots' behind them;
 * a quad is cut at the edges of its plane.
 */
export const MARK_VERTEX = `#version 300 es
precision highp float;
layout(location = 0) in vec2 mu;
layout(location = 1) in vec2 axes;
layout(location = 2) in float correlation;
layout(location = 3) in float label;
uniform vec2 centre;      // latent
uniform float scale;      // pixels per unit
uniform vec2 size;        // of a plane, pixels
uniform ivec2 grid;       // planes in a row of the atlas, and rows
uniform vec4 ink;         // densities: fill, line, dot; share of the others
uniform float halfWidth;  // pixels
uniform float dotRadius;
uniform int classes;      // planes of classes
uniform bool onlyDots;    // to the plane of dots; else all of an ellipse, to the plane of its class
uniform int focusKind;    // 0: none, 1: a class, 2: a sample
uniform int focusIndex;
uniform bool rectangles;  // outlines are; else ellipses
out vec2 at;              // pixels from the centre, y upwards
flat out vec3 outer;      // a, b and shear of the contour of S + h, 0 without one; see assembly/ellipse.ts
flat out vec3 inner;
flat out vec2 units;      // densities that the two contours add
flat out vec2 spot;       // radius and density of the dot
const vec2 CORNERS[4] = vec2[](vec2(-1.0, -1.0), vec2(1.0, -1.0), vec2(-1.0, 1.0), vec2(1.0, 1.0));

vec3 grown(float h, vec2 s, float rho, float product, float sum) {
  float grow = 2.0 * h / sum;
  vec2 squares = s * s + grow * (s * s + product) + h * h;
  float xy = rho * s.x * s.y * (1.0 + grow);
  return vec3(sqrt(max(0.0, squares.x - xy * xy / squares.y)), sqrt(squares.y), xy / squares.y);
}

void main() {
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  int own = int(label);
  int plane = onlyDots ? classes : own % classes;
  vec2 s = abs(axes) * scale;
  float all = mu.x + mu.y + s.x + s.y + correlation;
  if (isnan(all) || isinf(all) || abs(correlation) > 1.0) return;
  bool focused = focusKind == 0 || (focusKind == 1 ? own : gl_InstanceID) == focusIndex;
  float share = focused ? 1.0 : ink.w;
  if (share == 0.0) return;

  float product = s.x * s.y * sqrt(max(0.0, 1.0 - correlation * correlation));
  float sum = sqrt(dot(s, s) + 2.0 * product);
  outer = inner = vec3(0.0);
  units = vec2(0.0);
  if (sum > 0.0 && !onlyDots) {
    float narrow = 0.5 * (sum - sqrt(max(0.0, sum * sum - 4.0 * product)));
    float ratio = 3.0 * (1.0 - 4.0 * product / (sum * sum));
    float ring = share * ink.y * (rectangles ? 1.0 : 1.0 + ratio / (10.0 + sqrt(4.0 - ratio)));
    float fill = share * ink.x;
    outer = grown(halfWidth, s, correlation, product, sum);
    if (halfWidth > 0.0 && narrow > halfWidth) {
      float rim = fill * (sum - halfWidth) / (2.0 * sum);
      inner = grown(-halfWidth, s, correlation, product, sum);
      units = vec2(ring + rim, fill - rim - ring);
    } else {
      units.x = (fill * product + ring * 2.0 * halfWidth * sum) / (product + halfWidth * (sum + halfWidth));
    }
  }
  float large = sum / (2.0 * dotRadius);
  float recede = 1.0 / sqrt(1.0 + large * large);
  spot = ink.z > 0.0 ? vec2(dotRadius * (0.4 + 0.6 * recede), share * ink.z * (0.1 + 0.9 * recede)) : vec2(0.0);

  vec2 reach = max(onlyDots ? vec2(0.0) : s + halfWidth, vec2(spot.x)) + 1.0;
  vec2 middle = (mu - centre) * scale + 0.5 * size;
  vec2 corner = clamp(middle + reach * CORNERS[gl_VertexID], vec2(0.0), size);
  at = corner - middle;
  gl_Position = vec4(2.0 * (corner + vec2(plane % grid.x, plane / grid.x) * size) / (size * vec2(grid)) - 1.0, 0.0, 1.0);
}`;

export const MARK_FRAGMENT = `#version 300 es
precision highp float;
in vec2 at;
flat in vec3 outer;
flat in vec3 inner;
flat in vec2 units;
flat in vec2 spot;
uniform bool rectangles;
out float density;

// Share of a pixel that lies inside a contour at distance d from its centre, with unit normal n and curvature k: the
// area of a square cut by a line, set back by how far the contour falls behind its tangent. That is k·t²/2 at t, on
// average over the length of the cut k·length²/24.
float within(float d, vec2 n, float k) {
  n = abs(n);
  float more = max(n.x, n.y);
  float less = max(min(n.x, n.y), 1e-3);
  float cut = clamp((0.5 * (more + less) - abs(d)) / (more * less), 0.0, 1.0 / more);
  d -= min(k, 1.6) * cut * cut / 24.0;
  vec4 t = max(vec4(d) + 0.5 * vec4(more + less, more - less, less - more, -more - less), 0.0);
  t *= t;
  return clamp((t.x - t.y - t.z + t.w) / (2.0 * more * less), 0.0, 1.0);
}

// Share of a pixel that lies inside |x| ≤ reach.x, |y| ≤ reach.y.
float boxed(vec2 reach) {
  vec2 sides = clamp(min(at + 0.5, reach) - max(at - 0.5, -reach), 0.0, 1.0);
  return sides.x * sides.y;
}

float covered(vec3 e) {
  if (e.x <= 0.0 || e.y <= 0.0) return 0.0;
  vec2 q = vec2(at.x - e.z * at.y, at.y) / e.xy;
  float f = length(q);
  if (f < 1e-6) return 1.0;
  // To first order, the distance to the contour f = 1.
  vec2 g = vec2(q.x / e.x, q.y / e.y - q.x * e.z / e.x) / f;
  float slope = length(g);
  float d = (1.0 - f) / slope;
  if (abs(d) > 0.75) return d > 0.0 ? 1.0 : 0.0;
  float root = slope * e.x * e.y;
  return within(d, g / slope, 1.0 / (root * root * slope));
}

void main() {
  density = rectangles
    ? units.x * boxed(outer.xy) + units.y * boxed(inner.xy)
    : units.x * covered(outer) + units.y * covered(inner);
  if (spot.y > 0.0) density += spot.y * covered(vec3(spot.xx, 0.0));
}`;

export const TONE_VERTEX = `#version 300 es
const vec2 CORNERS[3] = vec2[](vec2(-1.0, -1.0), vec2(3.0, -1.0), vec2(-1.0, 3.0));
void main() {
  gl_Position = vec4(CORNERS[gl_VertexID], 0.0, 1.0);
}`;

export const TONE_FRAGMENT = `#version 300 es
precision highp float;
precision highp sampler2D;
uniform sampler2D planes;
uniform ivec2 size;       // of a plane, pixels
uniform int columns;      // planes in a row of the atlas
uniform int classes;      // the plane after them is the dots'
uniform vec3 palette[${MOST_PLANES - 1}];
uniform vec3 ink;
uniform float shade;
out vec4 colour;

// Float planes may end a little below zero.
float read(int plane) {
  return max(texelFetch(planes, ivec2(gl_FragCoord.xy) + size * ivec2(plane % columns, plane / columns), 0).r, 0.0);
}

void main() {
  float density = 0.0;
  float weight = 1e-30;
  vec3 mixed = vec3(0.0);
  for (int c = 0; c < classes; c++) {
    float f = read(c);
    density += f;
    weight += f * f;
    mixed += f * f * palette[c];
  }
  float dots = read(classes);
  float t = 1.0 / (1.0 + dots);
  t *= t;
  mixed = mix(mixed / weight, ink, shade * (1.0 - t));
  float alpha = 1.0 - t * inversesqrt(1.0 + 2.0 * density);
  colour = vec4(alpha * mixed, alpha);
}`;
