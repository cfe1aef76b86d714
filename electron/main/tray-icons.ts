/**
 * The icon beside the clock at 16 and 32 pixels: a seal with the lower half of 留. Kept as text, because main is one
 * file and reads no pictures from disk. `template` is macOS's kind: only its opacity counts.
 */
export const trayIcon = {
  seal: {
    small:
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8/9hAAAANUlEQVR42mNgYGBg2Gqq9Z8czECJZrghVDWAWIDXAGwG4lMzCA2gOAxGA5HCMBiYvEBpdgYAEviFE4nlweQAAAAASUVORK5CYII=',
    large:
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAAAV0lEQVR42mNgQANbTbX+0xIz4AK0thivQ+htOYYjBtQBA2U53BGD1gHUBqMOoMgB5KoZdcCoA4aPA0bLgdGCaNQBow4YzYYD4oCR0yoe7RkNis7pQHbPAbJrHyZlaLhkAAAAAElFTkSuQmCC',
  },
  template: {
    small:
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8/9hAAAAL0lEQVR42mNggID/ZGKKNMMNoaoBxAK8BmAzEK+awWcAxWEwGogUhsHA5AWKsjMAY3+7RVdLS5gAAAAASUVORK5CYII=',
    large:
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAAAT0lEQVR42u3XwQkAIAxD0e6/dBygeNFqiv5CboLvYjEReXQ409HlWC9PCCtA5vQFVA+ALcDqGQAA3gGwB1hEAADwDC2Af37FNKMW5dRWzwfb+MZWqW0fXwAAAABJRU5ErkJggg==',
  },
} as const;
