import { expect, it, vi } from 'vitest';
import { LateLayer } from '../../../src/panels/plane/late';
import { type PlaneLayer, type PlaneScene, paintChanged } from '../../../src/panels/plane/layer';

const sceneOf = (density: boolean): PlaneScene => ({ layers: { density } }) as unknown as PlaneScene;

const settled = async (): Promise<void> => {
  for (let i = 0; i < 4; i++) await Promise.resolve();
};

function open(load: () => Promise<void> = async () => undefined) {
  const made = { parts: [], paint: vi.fn(), dispose: vi.fn() } satisfies PlaneLayer;
  const lacks = vi.fn();
  const loads = vi.fn(async () => {
    await load();
    return made;
  });
  const broke = vi.fn();
  return { made, lacks, loads, broke, layer: new LateLayer('density', [], loads, lacks, broke) };
}

it('a layer is fetched when it is switched on, painted as things are then, and gone when it is switched off', async () => {
  const { made, loads, layer } = open();
  layer.paint(sceneOf(false));
  expect(loads).not.toHaveBeenCalled();
  layer.paint(sceneOf(true));
  const latest = sceneOf(true);
  layer.paint(latest);
  expect(loads).toHaveBeenCalledTimes(1);
  await settled();
  expect(made.paint).toHaveBeenCalledExactlyOnceWith(latest);
  layer.paint(sceneOf(true));
  expect(made.paint).toHaveBeenCalledTimes(2);
  layer.paint(sceneOf(false));
  expect(made.dispose).toHaveBeenCalledTimes(1);
  layer.paint(sceneOf(false));
  expect(made.paint).toHaveBeenCalledTimes(2);
  layer.dispose();
  expect(made.dispose).toHaveBeenCalledTimes(1);
});

it('a layer that comes when it is wanted no more is given back', async () => {
  for (const end of [(layer: LateLayer) => layer.paint(sceneOf(false)), (layer: LateLayer) => layer.dispose()]) {
    const { made, layer } = open();
    layer.paint(sceneOf(true));
    end(layer);
    await settled();
    expect(made.paint).not.toHaveBeenCalled();
    expect(made.dispose).toHaveBeenCalledTimes(1);
  }
});

it('one that does not come is told, is not asked for with every painting, and comes at another try', async () => {
  let reachable = false;
  const { made, lacks, loads, layer } = open(async () => {
    if (!reachable) throw new TypeError('Failed to fetch');
  });
  for (let i = 0; i < 3; i++) {
    layer.paint(sceneOf(true));
    await settled();
  }
  expect(loads).toHaveBeenCalledTimes(1);
  expect(lacks.mock.lastCall).toEqual(['layer']);
  reachable = true;
  layer.retry();
  await settled();
  expect(lacks.mock.lastCall).toEqual([null]);
  expect(made.paint).toHaveBeenCalledTimes(1);
  layer.retry();
  expect(loads).toHaveBeenCalledTimes(2);
});

it('one that did not come is lacked no more when it is switched off, and asked for when it is on again', async () => {
  const { lacks, loads, layer } = open(async () => {
    throw new TypeError('Failed to fetch');
  });
  layer.paint(sceneOf(true));
  await settled();
  layer.paint(sceneOf(false));
  expect(lacks.mock.lastCall).toEqual([null]);
  layer.retry();
  expect(loads).toHaveBeenCalledTimes(1);
  layer.paint(sceneOf(true));
  expect(loads).toHaveBeenCalledTimes(2);
});

it('one that fails when it is wanted no more is asked for anew when it is wanted again', async () => {
  let reachable = false;
  const { made, lacks, loads, layer } = open(async () => {
    if (!reachable) throw new TypeError('Failed to fetch');
  });
  layer.paint(sceneOf(true));
  layer.paint(sceneOf(false));
  await settled();
  expect(lacks).not.toHaveBeenCalledWith('layer');
  reachable = true;
  layer.paint(sceneOf(true));
  await settled();
  expect(loads).toHaveBeenCalledTimes(2);
  expect(made.paint).toHaveBeenCalled();
});

it('a layer that throws as it is first drawn breaks the picture: nobody says that its file did not come', async () => {
  const { made, lacks, broke, layer } = open();
  const error = new Error('it broke');
  made.paint.mockImplementationOnce(() => {
    throw error;
  });
  layer.paint(sceneOf(true));
  await settled();
  expect(broke).toHaveBeenCalledExactlyOnceWith(error);
  expect(lacks.mock.calls).toEqual([[null]]);
});

it('a layer that came late is painted when what it is drawn from changes, which it alone says, and as things are when it comes', async () => {
  const inner = { parts: ['cross', 'scales'], paint: vi.fn(), dispose: vi.fn() } satisfies PlaneLayer;
  const layer = new LateLayer('density', [], async () => inner, vi.fn(), vi.fn());
  let scene: PlaneScene | null = null;
  const show = (changes: Partial<PlaneScene>): void => {
    const before = scene;
    scene = { ...before, ...changes } as PlaneScene;
    paintChanged([layer], scene, before);
  };
  show({ ...sceneOf(true), cross: null });
  // While its code is on its way.
  show({ cross: [1, 2] });
  await settled();
  expect(inner.paint).toHaveBeenCalledExactlyOnceWith(scene);
  show({ cross: [3, 4] });
  expect(inner.paint).toHaveBeenCalledTimes(2);
  expect(inner.paint).toHaveBeenLastCalledWith(scene);
  show({ focus: 5 });
  expect(inner.paint).toHaveBeenCalledTimes(2);
  show(sceneOf(false));
  expect(inner.dispose).toHaveBeenCalledTimes(1);
});
