/** Text for where nothing can isolate it: without the characters that turn the direction of what follows them. */
export const plain = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
