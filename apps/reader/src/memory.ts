/**
 * Keeps what a pure function made, by a key that says all that it was made from. It holds so many values at most: a full
 * one begins anew, which costs less than to tell which of them is wanted least. What a long key says is not kept: keys may be
 * what an address says.
 */
export function createMemory<Value>(most: number): (key: string, make: () => Value) => Value {
  const values = new Map<string, Value>()
  return (key, make) => {
    const known = values.get(key)
    if (known !== undefined) return known
    const value = make()
    if (values.size >= most) values.clear()
    if (key.length <= longestKey) values.set(key, value)
    return value
  }
}

const longestKey = 500
