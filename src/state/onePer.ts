/** What every owner has one of, made when it is first asked for, and gone with its owner. All that ask share it. */
export function onePer<Owner extends object, T extends object>(make: (owner: Owner) => T): (owner: Owner) => T {
  const known = new WeakMap<Owner, T>();
  return (owner) => {
    let one = known.get(owner);
    if (one === undefined) {
      one = make(owner);
      known.set(owner, one);
    }
    return one;
  };
}
