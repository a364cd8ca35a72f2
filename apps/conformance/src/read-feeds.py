# Reads feeds with feedparser, each to its last page, and writes what it took from them as JSON: a list for each address.
import html
import json
import sys

import feedparser


def pages(url):
    while url:
        page = feedparser.parse(url)
        yield page
        url = next((link.href for link in page.feed.get("links", []) if link.rel == "next"), None)


def told(page):
    return {
        "status": page.get("status"),
        "version": page.version,
        "problem": str(page.get("bozo_exception", "bozo")) if page.bozo else None,
        "title": page.feed.get("title"),
        "updated": page.feed.get("updated"),
        "entries": [
            {
                "id": entry.get("id"),
                "title": entry.get("title"),
                "link": entry.get("link"),
                "summary": text(entry.get("summary_detail")),
                "updated": "updated_parsed" in entry and entry.updated_parsed is not None,
                "published": "published_parsed" in entry and entry.published_parsed is not None,
            }
            for entry in page.entries
        ],
    }


def text(detail):
    if detail is None:
        return None
    return html.unescape(detail.value) if "html" in detail.type else detail.value


json.dump([[told(page) for page in pages(url)] for url in sys.argv[1:]], sys.stdout)
