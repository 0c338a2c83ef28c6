"""Who answers which address."""

urlpatterns: list = []
