/** GLSL ES 3.00 of the WebGL painter. Its formulas are those of assembly/ellipse.ts, contour.ts and tone.ts. */

/** Classes that a tone can mix; one more plane is for the dots. */
export const MOST_PLANES = 32;

/** What one instance is: in the vertex shader's own coordinates, pixels from its centre. */
export const MARK_VERTEX = `#version 300 es
precision highp float;
layout(location = 0) in vec2 mu;
layout(location = 1) in vec2 axes;
layout(location = 2) in float correlation;
layout(location = 3) in float label;
uniform vec2 centre;      // latent
uniform float scale;      // pixels per unit
uniform vec2 size;        // pixels
uniform vec4 ink;         // densities: fill, line, dot; share of the others
uniform float halfWidth;  // pixels
uniform float dotRadius;
uniform int palette;      // classes
uniform int layer;        // planes 4·layer … 4·layer+3 are drawn
uniform int dotPlane;     // plane to which only dots are drawn; −1: draw all of an ellipse, to its class's plane
uniform int focusKind;    // 0: none, 1: a class, 2: a sample
uniform int focusIndex;
out vec2 at;              // pixels from the centre, y upwards
flat out vec4 channel;
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
  int plane = dotPlane < 0 ? own % palette : dotPlane;
  vec2 s = abs(axes) * scale;
  float all = mu.x + mu.y + s.x + s.y + correlation;
  if (plane >> 2 != layer || isnan(all) || isinf(all) || abs(correlation) > 1.0) return;
  channel = vec4(equal(ivec4(plane & 3), ivec4(0, 1, 2, 3)));
  bool focused = focusKind == 0 || (focusKind == 1 ? own : gl_InstanceID) == focusIndex;
  float share = focused ? 1.0 : ink.w;
  if (share == 0.0) return;

  float product = s.x * s.y * sqrt(max(0.0, 1.0 - correlation * correlation));
  float sum = sqrt(dot(s, s) + 2.0 * product);
  outer = inner = vec3(0.0);
  units = vec2(0.0);
  if (sum > 0.0 && dotPlane < 0) {
    float narrow = 0.5 * (sum - sqrt(max(0.0, sum * sum - 4.0 * product)));
    float ratio = 3.0 * (1.0 - 4.0 * product / (sum * sum));
    float ring = share * ink.y * (1.0 + ratio / (10.0 + sqrt(4.0 - ratio)));
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
  float size_ = sum / (2.0 * dotRadius);
  float recede = 1.0 / sqrt(1.0 + size_ * size_);
  spot = ink.z > 0.0 ? vec2(dotRadius * (0.4 + 0.6 * recede), share * ink.z * (0.1 + 0.9 * recede)) : vec2(0.0);

  vec2 reach = max(dotPlane < 0 ? s + halfWidth : vec2(0.0), vec2(spot.x)) + 1.0;
  at = reach * CORNERS[gl_VertexID];
  gl_Position = vec4(2.0 * ((mu - centre) * scale + at) / size, 0.0, 1.0);
}`;

export const MARK_FRAGMENT = `#version 300 es
precision highp float;
in vec2 at;
flat in vec4 channel;
flat in vec3 outer;
flat in vec3 inner;
flat in vec2 units;
flat in vec2 spot;
out vec4 density;

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

float covered(vec3 e) {
  if (e.x <= 0.0 || e.y <= 0.0) return 0.0;
  vec2 q = vec2(at.x - e.z * at.y, at.y) / e.xy;
  float f = length(q);
  if (f < 1e-6) return 1.0;
  // To first order, the distance to the contour f = 1.
  vec2 g = vec2(q.x / e.x, q.y / e.y - q.x * e.z / e.x) / f;
  float slope = length(g);
  float root = slope * e.x * e.y;
  return within((1.0 - f) / slope, g / slope, 1.0 / (root * root * slope));
}

void main() {
  float sum = units.x * covered(outer) + units.y * covered(inner);
  if (spot.y > 0.0) sum += spot.y * covered(vec3(spot.xx, 0.0));
  if (sum == 0.0) discard;
  density = sum * channel;
}`;

export const TONE_VERTEX = `#version 300 es
const vec2 CORNERS[3] = vec2[](vec2(-1.0, -1.0), vec2(3.0, -1.0), vec2(-1.0, 3.0));
void main() {
  gl_Position = vec4(CORNERS[gl_VertexID], 0.0, 1.0);
}`;

export const TONE_FRAGMENT = `#version 300 es
precision highp float;
precision highp sampler2DArray;
uniform sampler2DArray planes;
uniform int classes;      // the plane after them is the dots'
uniform vec3 palette[${MOST_PLANES - 1}];
uniform vec3 ink;
uniform float shade;
out vec4 colour;

void main() {
  float density = 0.0;
  float weight = 1e-30;
  vec3 mixed = vec3(0.0);
  float dots = 0.0;
  for (int layer = 0; layer <= classes >> 2; layer++) {
    vec4 four = max(texelFetch(planes, ivec3(ivec2(gl_FragCoord.xy), layer), 0), 0.0);
    for (int k = 0; k < 4; k++) {
      int c = 4 * layer + k;
      if (c < classes) {
        density += four[k];
        weight += four[k] * four[k];
        mixed += four[k] * four[k] * palette[c];
      } else if (c == classes) {
        dots = four[k];
      }
    }
  }
  float t = 1.0 / (1.0 + dots);
  t *= t;
  mixed = mix(mixed / weight, ink, shade * (1.0 - t));
  float alpha = 1.0 - t * inversesqrt(1.0 + 2.0 * density);
  colour = vec4(alpha * mixed, alpha);
}`;
