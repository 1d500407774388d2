import json
import pytest
from django.test import Client
from guanwei.testing.catalogues.chinese import LATIN, is_chinese
from guanwei.testing.catalogues.lookups import missing_lookups
from guanwei.testing.catalogues.screens import words_read
from guanwei.testing.scenes import County
from .screens import SCREENS, Scene, set_scene

def test_explore(county):
    scene = set_scene(county)
    out={"missing":{}, "latin":{}, "status":{}}
    for name,(who,where) in SCREENS.items():
        c=Client()
        if who: c.force_login(scene.people[who])
        try: url=where(scene)
        except Exception as e: out["status"][name]=repr(e); continue
        with missing_lookups("zh-hans", lambda t: bool(LATIN.search(t)) and not is_chinese(t)) as m:
            try: r=c.get(url)
            except Exception as e: out["status"][name]=repr(e); continue
            try: text=r.json().get("html","") if "json" in r["content-type"] else r.content.decode()
            except Exception as e: text=""; out["status"][name]=repr(e)
        if r.status_code!=200: out["status"][name]=(r.status_code, url, r.headers.get("location"))
        for x in m: out["missing"].setdefault(x,[]).append(name)
        for x in words_read(text):
            if LATIN.search(x) and not is_chinese(x): out["latin"].setdefault(x,[]).append(name)
    json.dump(out, open("/tmp/explore.json","w"), ensure_ascii=False)
