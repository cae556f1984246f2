# A province-wide course: JupyterHub lets learners in by personal links and starts a locked-down lesson server for each.
# Records and the hub's own tables are in PostgreSQL. README.md says what to set and what it takes.
import os
import sys

from rightdoor.server.hub_links import LinkAuthenticator, course_links

c = get_config()  # noqa: F821  (JupyterHub hands it in)


def setting(name, default=None):
    """A setting from the environment; the hub does not start without one that has no default."""
    value = os.environ.get(name, default)
    if not value:
        raise SystemExit(f"deploy/jupyterhub_config.py: set {name} (see deploy/README.md)")
    return value


store = setting("RIGHTDOOR_STORE")  # postgresql://…: where every learner's record is kept
state = setting("RIGHTDOOR_HUB_STATE")  # a folder of the hub's own, for its secrets
language = setting("RIGHTDOOR_LANG", "zh-Hans")

LinkAuthenticator.links = course_links(os.path.join(state, "links.key"), setting("RIGHTDOOR_COURSE", "course"))
c.JupyterHub.authenticator_class = LinkAuthenticator
c.Authenticator.allow_all = True  # whoever holds a good link; nobody else gets as far as this
c.Authenticator.username_pattern = "^[a-z0-9][a-z0-9-]{1,39}$"  # learner codes

c.JupyterHub.bind_url = setting("RIGHTDOOR_HUB_URL", "http://127.0.0.1:8000")
c.JupyterHub.db_url = setting("RIGHTDOOR_HUB_DB", store.replace("postgresql://", "postgresql+psycopg://", 1))
c.JupyterHub.cookie_secret_file = os.path.join(state, "cookie-secret")
os.environ.setdefault("NODE_PATH", "/usr/share/nodejs")  # Debian's proxy, where node itself is not Debian's
c.ConfigurableHTTPProxy.pid_file = os.path.join(state, "proxy.pid")
c.JupyterHub.log_level = "WARN"  # at INFO the addresses of the links would stand in the log
c.JupyterHub.concurrent_spawn_limit = 20
c.JupyterHub.active_server_limit = int(setting("RIGHTDOOR_MOST", "400"))

# One machine: all servers under the hub's own account. A learner can run no code on hers; to put a wall between
# machines and accounts as well, name another spawner here (systemd, Docker, Kubernetes): the rest stays.
c.JupyterHub.spawner_class = setting("RIGHTDOOR_SPAWNER", "jupyterhub.spawner.SimpleLocalProcessSpawner")
c.SimpleLocalProcessSpawner.home_dir_template = os.path.join(state, "homes", "{username}")
c.Spawner.cmd = [sys.executable, "-P", "-m", "rightdoor.server.hub_seat"]
c.Spawner.default_url = f"/voila/render/{language}/start.ipynb"
c.Spawner.env_keep = ["PATH", "LANG", "LC_ALL", "VIRTUAL_ENV"]
c.Spawner.environment = {
    "RIGHTDOOR_STORE": store,
    "RIGHTDOOR_LANG": language,
    "RIGHTDOOR_LEARNER": lambda spawner: spawner.user.name,
}
c.Spawner.start_timeout = 60
c.Spawner.http_timeout = 60
